package org.ranklens.pet.suv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranklens.PlainText;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * Dates and times as DICOM writes them (PS3.5, 6.2), on one clock: the scanner's local time, with
 * the offset of (0008,0201) where a date-time tells another.
 */
final class DicomTime {

  private static final Pattern DATE = Pattern.compile("(\\d{4})[.-]?(\\d{2})[.-]?(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,9}))?)?)?");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{8})(\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,9})?)?)?)([+-]\\d{4})?");

  /** What tells the day of a scan, surest first. */
  private static final List<Tag> DAYS =
      List.of(
          Tag.ACQUISITION_DATE,
          Tag.ACQUISITION_DATE_TIME,
          Tag.SERIES_DATE,
          Tag.CONTENT_DATE,
          Tag.STUDY_DATE);

  /** Stands for the day of a scan whose header tells none. */
  private static final LocalDate SOME_DAY = LocalDate.of(1970, 1, 1);

  private final Optional<ZoneOffset> zone;
  private final boolean dateless;

  private DicomTime(Optional<ZoneOffset> zone, boolean dateless) {
    this.zone = zone;
    this.dateless = dateless;
  }

  /** The clock of an object: the offset that its times are told in, if it tells one. */
  static DicomTime of(DataSet set) throws RefusedException {
    Optional<String> offset = set.string(Tag.TIMEZONE_OFFSET_FROM_UTC);
    try {
      return new DicomTime(offset.map(DicomTime::zone), DAYS.stream().noneMatch(set::contains));
    } catch (DateTimeException e) {
      throw invalid(set, Tag.TIMEZONE_OFFSET_FROM_UTC);
    }
  }

  /** Whether the header tells no date at all: its times then count as of one day. */
  boolean isDateless() {
    return dateless;
  }

  /** The day of a time, by an attribute or by what else tells the day of the scan. */
  LocalDate day(DataSet set, Tag tag) throws RefusedException {
    Optional<LocalDate> day = date(set, tag);
    for (Tag other : DAYS) {
      if (day.isEmpty()) {
        day =
            other == Tag.ACQUISITION_DATE_TIME
                ? dateTime(set, other).map(LocalDateTime::toLocalDate)
                : date(set, other);
      }
    }
    return day.orElse(SOME_DAY);
  }

  Optional<LocalDate> date(DataSet set, Tag tag) throws RefusedException {
    Optional<String> text = set.string(tag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(date(text.get()));
    } catch (DateTimeException e) {
      throw invalid(set, tag);
    }
  }

  Optional<LocalTime> time(DataSet set, Tag tag) throws RefusedException {
    Optional<String> text = set.string(tag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(time(text.get()));
    } catch (DateTimeException e) {
      throw invalid(set, tag);
    }
  }

  /** A date and a time of two attributes; empty where there is no time. */
  Optional<LocalDateTime> dateAndTime(DataSet set, Tag date, Tag time) throws RefusedException {
    Optional<LocalTime> clock = time(set, time);
    return clock.isEmpty() ? Optional.empty() : Optional.of(day(set, date).atTime(clock.get()));
  }

  /** Whether a date-time tells an offset from UTC that can't be used, the header telling none. */
  boolean hasIdleOffset(DataSet set, Tag tag) {
    return zone.isEmpty() && set.stringOrEmpty(tag).matches(".*[+-]\\d{4}");
  }

  /** A date-time, brought to the object's own clock. */
  Optional<LocalDateTime> dateTime(DataSet set, Tag tag) throws RefusedException {
    Optional<String> text = set.string(tag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = DATE_TIME.matcher(text.get());
    if (!parts.matches()) {
      throw invalid(set, tag);
    }
    try {
      LocalDateTime local = date(parts.group(1)).atTime(time(parts.group(2)));
      if (parts.group(3) == null || zone.isEmpty()) {
        return Optional.of(local);
      }
      return Optional.of(
          OffsetDateTime.of(local, zone(parts.group(3)))
              .withOffsetSameInstant(zone.get())
              .toLocalDateTime());
    } catch (DateTimeException e) {
      throw invalid(set, tag);
    }
  }

  private static LocalDate date(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException(text);
    }
    return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
  }

  private static LocalTime time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException(text);
    }
    String fraction = parts.group(4) == null ? "0" : parts.group(4);
    int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
    // A leap second is the second before it.
    int second = Math.min(59, number(parts, 3));
    return LocalTime.of(number(parts, 1), number(parts, 2), second, nanos);
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static ZoneOffset zone(String text) {
    if (!text.matches("[+-]\\d{4}")) {
      throw new DateTimeException(text);
    }
    return ZoneOffset.of(text.substring(0, 3) + ":" + text.substring(3));
  }

  private static RefusedException invalid(DataSet set, Tag tag) {
    return set.refusal(
        "is no date or time as DICOM writes them: " + PlainText.quoted(set.stringOrEmpty(tag)),
        tag,
        "");
  }
}
