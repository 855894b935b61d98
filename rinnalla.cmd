@echo off
rem rinnalla up | down | status | logs | reset: the whole system on this machine, without Docker.
rem Written, never run: nobody of us has tried it on Windows yet. Elsewhere: ./rinnalla
setlocal enabledelayedexpansion
cd /d "%~dp0"
if not defined RINNALLA_HOME set "RINNALLA_HOME=%CD%\.rinnalla"
set "modules=local,demo-identity,gateway,session-service,peer-expert-service,feedback-service"

set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%c in ('where javac 2^>nul') do if not defined jdk for %%d in ("%%~dpc..") do call :try "%%~fd"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%USERPROFILE%\.jdks\*25*") do if not defined jdk call :try "%%~d"
if not defined jdk (
  echo Rinnalla needs a JDK 25 and found none. Install one, for example Eclipse Temurin 25, or point JAVA_HOME at it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%jdk%"

if "%~1"=="up" (
  rem Maven finds out by itself what is built already.
  echo Building, some minutes the first time, while libraries are fetched ...
  if not exist "%RINNALLA_HOME%" mkdir "%RINNALLA_HOME%"
  call mvnw.cmd -B -q -DskipTests package -pl %modules% -am > "%RINNALLA_HOME%\build.log" 2>&1
  if errorlevel 1 (
    type "%RINNALLA_HOME%\build.log" 1>&2
    echo The build failed; all of it is in %RINNALLA_HOME%\build.log 1>&2
    exit /b 1
  )
)
if not exist local\target\local-launcher.jar (
  echo Nothing is built or running yet. Begin with: rinnalla up 1>&2
  exit /b 1
)
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -XX:+ExitOnOutOfMemoryError ^
  -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED ^
  -Dlogback.configurationFile=quiet-logback.xml ^
  -cp local\target\local-launcher.jar fi.rinnalla.local.Rinnalla %*
exit /b %errorlevel%

:try
if not exist "%~1\bin\javac.exe" exit /b
"%~1\bin\javac" -version 2>&1 | findstr /b /c:"javac 25" >nul && set "jdk=%~1"
exit /b
