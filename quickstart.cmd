@echo off
rem Builds what the quickstart needs, if it was not built yet, and runs it.
rem After a change of the sources: mvnw.cmd --projects quickstart-app --also-make package
setlocal EnableExtensions
set "ROOT=%~dp0"
set "JAR=%ROOT%quickstart-app\target\quickstart.jar"
if exist "%JAR%" goto run

echo quickstart: building, once; the first time Maven fetches the libraries ... 1>&2
pushd "%ROOT%"
call mvnw.cmd --quiet --batch-mode --projects quickstart-app --also-make package -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true -Djacoco.skip=true 1>&2
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  echo quickstart: the build failed; what is above says why. mvnw.cmd verify shows more. 1>&2
  exit /b 1
)

:run
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
rem The module lets scoring use the machine's vectors.
"%JAVA%" --add-modules jdk.incubator.vector "-Dsentimentstreams.home=%ROOT%." -jar "%JAR%" %*
exit /b %ERRORLEVEL%
