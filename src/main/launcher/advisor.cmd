@echo off
rem Starts the advisor.jar beside this file with the JVM options that make it quick; the file "advisor" says why.
rem
rem The class-data archive stands in the folder migration-advisor of the local application data. It belongs to one JVM
rem and one jar; where it is missing, the JVM makes it at the end of the run. It can be deleted at any time.
rem --no-cache does without it.
setlocal EnableExtensions DisableDelayedExpansion

set "jar=%~dp0advisor.jar"
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%I in (java.exe) do set "java=%%~$PATH:I"
if not defined java (
    echo advisor: found no java, expected Java 17 or later on the PATH or in JAVA_HOME>&2
    exit /b 2
)
if not exist "%jar%" (
    echo advisor: found no "%jar%", expected it beside this file; mvn package makes both>&2
    exit /b 2
)

rem Whether all work is small: then the quick compiler alone is faster.
set "small="
set "verb=%~1"
if not defined verb set "verb=help"
if "%verb:~0,1%"=="-" set "small=yes"
for %%V in (advise explain inspect diff rules facts catalog check fmt new completion man help) do if "%verb%"=="%%V" set "small=yes"
set "cached=yes"
:argument
if "%~1"=="" goto archive
if "%~1"=="-" set "small="
if "%~1"=="--watch" set "small="
if "%~1"=="--no-cache" set "cached="
if exist "%~1" for %%I in ("%~1") do if %%~zI GTR 524288 set "small="
shift /1
goto argument

:archive
set "shared="
if not defined cached goto start
if not defined LOCALAPPDATA goto start
for %%J in ("%java%") do for %%I in ("%jar%") do set "key=%%~tJ-%%~zI-%%~tI"
set "key=%key: =-%"
set "key=%key:/=-%"
set "key=%key::=-%"
set "folder=%LOCALAPPDATA%\migration-advisor"
set "archive=%folder%\advisor-%key%.jsa"
if not exist "%folder%" mkdir "%folder%" 2>nul
if exist "%archive%" (
    set shared="-XX:SharedArchiveFile=%archive%" -XX:+VerifySharedSpaces
) else (
    set shared="-XX:ArchiveClassesAtExit=%archive%"
)

:start
rem A collector that the user names in the variables of the JVM is the one to take: it refuses two.
set "serial=-XX:+UseSerialGC"
set "parallel=-XX:+UseParallelGC"
echo "%JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS%" | findstr /r /c:"-XX:+Use[A-Za-z0-9]*GC" >nul
if not errorlevel 1 (
    set "serial="
    set "parallel="
)
set "options=-XX:TieredStopAtLevel=1 %serial%"
if not defined small set "options=-XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=150 -XX:InlineSmallCode=600 -XX:MaxNewSize=300m %parallel%"
"%java%" %shared% -Xlog:disable -Xlog:all=error:stderr %options% -jar "%jar%" %*
exit /b %ERRORLEVEL%
