@echo off
rem Runs Maven with the arguments given: the one on PATH if it is new enough, else a pinned one that is
rem downloaded once from Apache's distribution site, checked by its SHA-512 and kept below .m2\wrapper.
rem
rem   JAVA_HOME                  the JDK to use; without it, the java on PATH
rem   MAVEN_DISTRIBUTION_URL     download this apache-maven-*-bin.tar.gz instead of the pinned one (a mirror)
rem   MAVEN_DISTRIBUTION_SHA512  the checksum to hold it against, if it is another file
setlocal EnableExtensions

set "PINNED_MAVEN=3.9.11"
set "PINNED_SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
if not defined MAVEN_DISTRIBUTION_URL set "MAVEN_DISTRIBUTION_URL=https://archive.apache.org/dist/maven/maven-3/%PINNED_MAVEN%/binaries/apache-maven-%PINNED_MAVEN%-bin.tar.gz"
if not defined MAVEN_DISTRIBUTION_SHA512 set "MAVEN_DISTRIBUTION_SHA512=%PINNED_SHA512%"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "JAVA_RELEASE="
for /f "tokens=2 delims== " %%v in ('^""%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"^"') do set "JAVA_RELEASE=%%v"
if not defined JAVA_RELEASE (
  echo mvnw: no java found. Install a JDK 17 or newer and let PATH or JAVA_HOME name it. 1>&2
  exit /b 1
)
if "%JAVA_RELEASE:~0,2%"=="1." set "JAVA_RELEASE=%JAVA_RELEASE:~2%"
if %JAVA_RELEASE% LSS 17 (
  echo mvnw: %JAVA% is Java %JAVA_RELEASE%. Set JAVA_HOME to a JDK 17 or newer. 1>&2
  exit /b 1
)

set "MAVEN_VERSION="
for /f "tokens=3" %%v in ('mvn --version 2^>nul ^| findstr /c:"Apache Maven"') do if not defined MAVEN_VERSION set "MAVEN_VERSION=%%v"
if not defined MAVEN_VERSION goto pinned
for /f "tokens=1-3 delims=.-" %%a in ("%MAVEN_VERSION%") do set /a "MAVEN_NUMBER=%%a*1000000+%%b*1000+%%c" 2>nul
if %MAVEN_NUMBER% LSS 3008007 goto pinned
call mvn %*
exit /b %ERRORLEVEL%

:pinned
set "WRAPPER=%USERPROFILE%\.m2\wrapper\dists"
set "MAVEN=%WRAPPER%\apache-maven-%MAVEN_DISTRIBUTION_SHA512:~0,16%"
if exist "%MAVEN%\bin\mvn.cmd" goto run

set "FRESH=%WRAPPER%\fetch.%RANDOM%%RANDOM%"
mkdir "%FRESH%\unpacked" || exit /b 1
echo mvnw: fetching %MAVEN_DISTRIBUTION_URL% 1>&2
curl.exe --fail --silent --show-error --location --output "%FRESH%\maven.tar.gz" "%MAVEN_DISTRIBUTION_URL%"
if errorlevel 1 (
  echo mvnw: cannot download %MAVEN_DISTRIBUTION_URL%. Install Maven 3.8.7 or newer, or set MAVEN_DISTRIBUTION_URL to a mirror of that file. 1>&2
  rmdir /s /q "%FRESH%"
  exit /b 1
)
certutil -hashfile "%FRESH%\maven.tar.gz" SHA512 | findstr /i /x "%MAVEN_DISTRIBUTION_SHA512%" >nul
if errorlevel 1 (
  echo mvnw: the SHA-512 of %MAVEN_DISTRIBUTION_URL% is not %MAVEN_DISTRIBUTION_SHA512%. The file was thrown away; nothing of it was run. 1>&2
  rmdir /s /q "%FRESH%"
  exit /b 1
)
tar.exe -xzf "%FRESH%\maven.tar.gz" -C "%FRESH%\unpacked" --strip-components=1
if errorlevel 1 (
  rmdir /s /q "%FRESH%"
  exit /b 1
)
move "%FRESH%\unpacked" "%MAVEN%" >nul
rmdir /s /q "%FRESH%"

:run
call "%MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
