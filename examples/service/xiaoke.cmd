@echo off
rem Starts 小科 on Windows and starts it again when it ends. Put a shortcut to this file into shell:startup.
rem Usage: xiaoke.cmd [config file]; the folder of the program is two above this file.
chcp 65001 >nul
cd /d "%~dp0..\.."
set "CONFIG=%~1"
if "%CONFIG%"=="" set "CONFIG=xiaoke.config.yaml"
set "NODE_OPTIONS=--max-old-space-size=512"
:again
node dist\src\cli.js serve --config "%CONFIG%"
rem 2: started wrongly; trying again would not help.
if %ERRORLEVEL%==2 goto end
echo 小科已停止（%ERRORLEVEL%），5 秒后重新启动。关闭窗口即可停止。
timeout /t 5 /nobreak >nul
goto again
:end
pause
