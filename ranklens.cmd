@echo off
rem Starts Ranklens; in a checkout it builds it first where it is missing.
rem JVM options: the launcher's own first, then those of RANKLENS_OPTS, which win.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
rem An older Java does not know this option.
"%JAVA%" --enable-native-access=ALL-UNNAMED --version >nul 2>&1
if errorlevel 1 (
  echo ranklens: no Java 17 or newer found; install a JDK, or set JAVA_HOME to one 1>&2
  exit /b 2
)
set "JAR=%HOME_DIR%\ranklens.jar"
set "ARCHIVE=%HOME_DIR%\lib\ranklens.jsa"
if not exist "%HOME_DIR%\pom.xml" goto share
set "ARCHIVE="
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
goto start
:share
if not exist "%ARCHIVE%" call :archive
:start
rem Short commands end before the second compiler pays; the quick one alone takes half their processor time.
set "JIT=-XX:TieredStopAtLevel=1 -Xmn32m"
set "GC=-XX:+UseSerialGC"
for %%C in (run pet ihc phantom) do if "%~1"=="%%C" (
  set "JIT=-XX:TieredStopAtLevel=4 -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=10000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=1000000"
  set "GC=-XX:+UseParallelGC"
)
rem A slide's memory stays close to what its tiles need; with more processors that collector would be what all wait for.
if not "%~1"=="ihc" goto collector
if "%NUMBER_OF_PROCESSORS%"=="1" set "GC=-XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Xmn64m -XX:SurvivorRatio=2"
if "%NUMBER_OF_PROCESSORS%"=="2" set "GC=-XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Xmn64m -XX:SurvivorRatio=2"
rem A picture of less than some 15 megapixels, 2.5 MB of JPEG, is done before the second compiler pays. It is looked for
rem where it usually stands, right behind ihc; a file that is not there has no size.
set "SIZE=%~z2"
if not defined SIZE goto collector
for %%X in (.tif .tiff .svs .png .jpg .jpeg) do if /i "%~x2"=="%%X" if %SIZE% LEQ 2500000 set "JIT=-XX:TieredStopAtLevel=1"
:collector
rem A JVM takes one collector: where the user names one, ours stays out.
echo %RANKLENS_OPTS% %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul && set "GC="
rem An empty archive, or one that isn't there, would switch off Java's own as well.
set "SHARED="
if not defined ARCHIVE goto run
for %%A in ("%ARCHIVE%") do if "%%~zA"=="0" goto run
if exist "%ARCHIVE%" set SHARED="-XX:SharedArchiveFile=%ARCHIVE%"
:run
"%JAVA%" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off %JIT% %GC% %SHARED% -Djava.awt.headless=true ^
  -Dpicocli.disable.closures=true "-Dranklens.home=%HOME_DIR%" %RANKLENS_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:archive
rem The classes of a small job, parsed once for every later start; an empty file where that can't be done.
setlocal
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "SCRATCH=%TEMP%\ranklens-%RANDOM%"
"%JAVA%" "-XX:DumpLoadedClassList=%SCRATCH%.classes" -XX:+UseSerialGC -Djava.awt.headless=true ^
  "-Dranklens.home=%HOME_DIR%" -jar "%JAR%" suv "%HOME_DIR%\sample-images\case-01\petct\baseline" ^
  --out "%SCRATCH%" --quiet >nul 2>&1
if not errorlevel 1 "%JAVA%" -Xshare:dump "-XX:SharedClassListFile=%SCRATCH%.classes" ^
  "-XX:SharedArchiveFile=%ARCHIVE%" -cp "%JAR%" >nul 2>&1
if not exist "%ARCHIVE%" (type nul >"%ARCHIVE%") 2>nul
del "%SCRATCH%.classes" >nul 2>&1
rd /s /q "%SCRATCH%" >nul 2>&1
endlocal
exit /b 0
