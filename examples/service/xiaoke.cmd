@echo off
chcp 65001 >nul
rem Starts 小科 on Windows and starts it again when it crashed. Put a shortcut to this file into shell:startup.
rem Usage: xiaoke.cmd [config file]; the folder of the program is two above this file.
cd /d "%~dp0..\.."
set "CONFIG=%~1"
if "%CONFIG%"=="" set "CONFIG=xiaoke.config.yaml"
set "NODE_OPTIONS=--max-old-space-size=512"
where node >nul 2>nul
if errorlevel 1 goto nonode
:again
node dist\src\cli.js serve --config "%CONFIG%"
set "CODE=%ERRORLEVEL%"
rem 0: told to stop. 1 and 2: said why it cannot start; trying again would not help.
if %CODE%==0 goto stopped
if %CODE%==1 goto cannot
if %CODE%==2 goto cannot
echo 小科出了故障（%CODE%），15 秒后重新启动。关闭窗口即可停止。
rem Not timeout: it needs a keyboard, which a scheduled task has not.
ping -n 16 127.0.0.1 >nul
goto again
:nonode
echo 没有找到 Node.js，请先装 20.17 以上的，再打开这个文件。
goto end
:cannot
echo 小科没有开起来，请照上面的话改好，再打开这个文件。
goto end
:stopped
echo 小科已停止。
:end
pause
