@echo off
rem Starts Ranklens; in a checkout it builds it first where it is missing.
rem JVM options: the launcher's own first, then those of RANKLENS_OPTS, which win.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo ranklens: no Java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
set "JAR=%HOME_DIR%\ranklens.jar"
if not exist "%HOME_DIR%\pom.xml" goto start
set "JAR=%HOME_DIR%\target\ranklens.jar"
if exist "%JAR%" goto start
echo ranklens: building, once (1 to 3 minutes)... 1>&2
pushd "%HOME_DIR%"
call mvn -B -ntp -q -DskipTests -Dassembly.skipAssembly package 1>&2
if errorlevel 1 (
  popd
  echo ranklens: the build failed; is Maven 3.8 or newer installed? 1>&2
  exit /b 2
)
popd
:start
rem Short commands end before the second compiler pays; the quick one alone takes half their processor time.
set "JIT=-XX:TieredStopAtLevel=1 -Xmn32m"
set "GC=-XX:+UseSerialGC"
for %%C in (run pet ihc phantom review) do if "%~1"=="%%C" (
  set "JIT=-XX:TieredStopAtLevel=4"
  set "GC=-XX:+UseParallelGC"
)
rem A JVM takes one collector: where the user names one, ours stays out.
if not defined RANKLENS_OPTS goto run
echo %RANKLENS_OPTS% | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul && set "GC="
:run
"%JAVA%" %JIT% %GC% -Djava.awt.headless=true "-Dranklens.home=%HOME_DIR%" %RANKLENS_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
