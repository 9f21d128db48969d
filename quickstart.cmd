@echo off
rem Builds the quickstart if it has not been built yet, then runs it. Options: quickstart.cmd --help
rem After a change of the sources: mvnw.cmd --projects quickstart-app --also-make package
setlocal EnableExtensions
set "ROOT=%~dp0"
set "JAR=%ROOT%quickstart-app\target\quickstart.jar"
if exist "%JAR%" goto run

echo quickstart: Building the application with Maven. This happens once and usually takes half a minute. 1>&2
echo quickstart: If Maven must download the libraries first (170 MB), it takes a minute on a fast network. 1>&2
pushd "%ROOT%"
call mvnw.cmd --quiet --batch-mode --projects quickstart-app --also-make package -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true -Djacoco.skip=true 1>&2
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  echo quickstart: The build failed. Fix the error above and run quickstart.cmd again. 1>&2
  exit /b 1
)
echo quickstart: Built. 1>&2

:run
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
rem The module jdk.incubator.vector lets the application score with SIMD instructions.
"%JAVA%" --add-modules jdk.incubator.vector "-Dsentimentstreams.home=%ROOT%." -jar "%JAR%" %*
exit /b %ERRORLEVEL%
