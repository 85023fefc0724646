# Makes reference.csv, the figures AgreementReferenceTest expects.
# Rscript reference.R > reference.csv
# Packages do what they can (psych, epiR, base R); what no package at hand does is written out from
# the paper named beside it.
suppressMessages({library(psych); library(epiR)})
out <- function(set, statistic, estimate, low = NA, high = NA, source) cat(sprintf("%s,%s,%.12g,%s,%s,%s\n", set, statistic, estimate,
  ifelse(is.na(low), "", sprintf("%.12g", low)), ifelse(is.na(high), "", sprintf("%.12g", high)), source))
cat("set,statistic,estimate,ci_low,ci_high,source\n")

# Peak flow of 17 people by two meters: Bland and Altman 1986, table 1, first readings.
wright <- c(494,395,516,434,476,557,413,442,650,433,417,656,267,478,178,423,427)
mini   <- c(512,430,520,428,500,600,364,380,658,445,432,626,260,477,259,350,451)
# Scores of 24 cases by two readers, 0 to 3.
a <- c(0,0,1,2,3,3,2,1,0,1,2,2,3,0,1,1,2,3,3,0,0,1,2,3)
b <- c(0,1,1,2,3,2,2,1,0,0,2,3,3,0,1,2,2,3,2,0,1,1,1,3)
# Six targets rated by four judges: Shrout and Fleiss 1979, table 2.
judges <- matrix(c(9,2,5,8, 6,1,3,2, 8,4,6,8, 7,1,2,6, 10,5,6,9, 6,2,4,7), 6, byrow = TRUE)

pair <- function(set, x, y) {
  n <- length(x); d <- x - y
  r <- cor.test(x, y); out(set, "pearson_r", r$estimate, r$conf.int[1], r$conf.int[2], "stats::cor.test")
  c <- epi.ccc(x, y, ci = "z-transform"); 
  # epi.ccc takes variances over n for the estimate, as Lin 1989 does.
  out(set, "ccc", c$rho.c$est, c$rho.c$lower, c$rho.c$upper, "epiR::epi.ccc")
  s <- sd(d); t <- qt(.975, n - 1); z <- qnorm(.975)
  out(set, "bias", mean(d), mean(d) - t*s/sqrt(n), mean(d) + t*s/sqrt(n), "stats::t.test")
  half <- t * s * sqrt(1/n + z^2/(2*(n - 1)))
  out(set, "loa_low", mean(d) - z*s, mean(d) - z*s - half, mean(d) - z*s + half, "Bland and Altman 1999")
  out(set, "loa_high", mean(d) + z*s, mean(d) + z*s - half, mean(d) + z*s + half, "Bland and Altman 1999")
  i <- suppressMessages(ICC(cbind(x, y), lmer = FALSE))$results
  out(set, "icc_2_1", i$ICC[2], i$`lower bound`[2], i$`upper bound`[2], "psych::ICC")
  out(set, "icc_3_1", i$ICC[3], i$`lower bound`[3], i$`upper bound`[3], "psych::ICC")
  # Deming 1943 with equal error variances; y is the first reader, x the second; jackknife (Linnet 1993).
  dem <- function(x, y) { mx <- mean(x); my <- mean(y); u <- sum((x-mx)^2); q <- sum((y-my)^2); p <- sum((x-mx)*(y-my))
    b <- ((q-u) + sqrt((q-u)^2 + 4*p^2)) / (2*p); c(my - b*mx, b) }
  f <- dem(y, x); ps <- t(sapply(1:n, function(k) n*f - (n-1)*dem(y[-k], x[-k]))); se <- apply(ps, 2, sd)/sqrt(n); m <- f
  tt <- qt(.975, n - 2)
  out(set, "deming_slope", m[2], m[2]-tt*se[2], m[2]+tt*se[2], "Linnet 1993")
  out(set, "deming_intercept", m[1], m[1]-tt*se[1], m[1]+tt*se[1], "Linnet 1993")
  # Passing and Bablok 1983.
  X <- y; Y <- x; s <- c()
  for (p in 1:(n-1)) for (q in (p+1):n) { dx <- X[p]-X[q]; dy <- Y[p]-Y[q]
    if (dx == 0 && dy == 0) next
    v <- if (dx == 0) sign(dy)*Inf else dy/dx
    if (v != -1) s <- c(s, v) }
  s <- sort(s); N <- length(s); K <- sum(s < -1)
  slope <- if (N %% 2 == 1) s[(N+1)/2 + K] else (s[N/2 + K] + s[N/2 + 1 + K])/2
  C <- qnorm(.975) * sqrt(n*(n-1)*(2*n+5)/18); M1 <- round((N - C)/2); M2 <- N - M1 + 1
  lo <- s[M1 + K]; hi <- s[M2 + K]
  out(set, "passing_bablok_slope", slope, lo, hi, "Passing and Bablok 1983")
  out(set, "passing_bablok_intercept", median(Y - slope*X), median(Y - hi*X), median(Y - lo*X), "Passing and Bablok 1983")
}
pair("peak_flow", wright, mini)

w <- function(k, p) outer(0:(k-1), 0:(k-1), function(i, j) 1 - (abs(i-j)/(k-1))^p)
plain <- suppressWarnings(cohen.kappa(cbind(a, b), levels = 0:3))
out("scores", "cohen_kappa", plain$kappa, plain$confid[1,1], plain$confid[1,3], "psych::cohen.kappa")
lin <- suppressWarnings(cohen.kappa(cbind(a, b), w = w(4, 1), levels = 0:3))
out("scores", "weighted_kappa_linear", lin$weighted.kappa, lin$confid[2,1], lin$confid[2,3], "psych::cohen.kappa")
quad <- suppressWarnings(cohen.kappa(cbind(a, b), w = w(4, 2), levels = 0:3))
out("scores", "weighted_kappa_quadratic", quad$weighted.kappa, quad$confid[2,1], quad$confid[2,3], "psych::cohen.kappa")
pair("scores", a, b)
agree <- function(name, k, n) { p <- prop.test(k, n, correct = FALSE); out("scores", name, 100*k/n, 100*p$conf.int[1], 100*p$conf.int[2], "stats::prop.test") }
pa <- a >= 1; pb <- b >= 1
agree("overall_percent_agreement", sum(pa == pb), length(a))
agree("positive_percent_agreement", sum(pa & pb), sum(pb))
agree("negative_percent_agreement", sum(!pa & !pb), sum(!pb))

j <- suppressMessages(ICC(judges, lmer = FALSE))$results
out("judges", "icc_2_1", j$ICC[2], j$`lower bound`[2], j$`upper bound`[2], "psych::ICC")
out("judges", "icc_3_1", j$ICC[3], j$`lower bound`[3], j$`upper bound`[3], "psych::ICC")
# Fleiss 1971; interval by the jackknife over cases, t with n - 1 degrees of freedom.
third <- c(0,0,1,1,3,3,2,1,0,1,3,2,3,0,0,1,2,3,3,0,0,2,3,3)
fleiss <- function(m) { k <- ncol(m); counts <- t(apply(m, 1, function(r) table(factor(r, levels = 0:3))))
  pj <- colSums(counts)/length(m); pi <- (rowSums(counts^2) - k)/(k*(k-1)); pe <- sum(pj^2); (mean(pi) - pe)/(1 - pe) }
m <- cbind(a, b, third); n <- nrow(m); f <- fleiss(m); ps <- sapply(1:n, function(k) n*f - (n-1)*fleiss(m[-k,])); se <- sd(ps)/sqrt(n)
out("three", "fleiss_kappa", f, f - qt(.975, n-1)*se, f + qt(.975, n-1)*se, "Fleiss 1971")
cat(sprintf("r,version,%s,,,%s\n", paste0(R.version$major, ".", strsplit(R.version$minor, "[.]")[[1]][1]), paste0("R ", R.version$major, ".", R.version$minor, " psych ", packageVersion("psych"), " epiR ", packageVersion("epiR"))))
