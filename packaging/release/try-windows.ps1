# Installs what was made on this Windows, lets the program check itself with its real window, and removes it.
$ErrorActionPreference = "Stop"
$setup = (Get-ChildItem dist/*-setup.exe)[0].FullName
$folder = "$env:LOCALAPPDATA\Programs\Talktally"
Start-Process -Wait $setup "/S"
if (-not (Test-Path "$folder\Talktally.exe")) { throw "The installer left no program in $folder." }

& "$folder\talktally-cli.exe" --selfcheck --screen
if ($LASTEXITCODE -ne 0) { throw "The installed program found something wrong with itself." }
$report = "$env:RUNNER_TEMP\selfcheck.json"
Start-Process -Wait "$folder\Talktally.exe" "--selfcheck", "--report", $report
if (-not (Get-Content $report | ConvertFrom-Json).ok) { throw "The program without a console failed." }

Start-Process -Wait "$folder\uninstall.exe" "/S"
# The remover goes on from a copy of itself, so that it can take its own file away.
for ($i = 0; (Test-Path $folder) -and $i -lt 60; $i++) { Start-Sleep 1 }
if (Test-Path $folder) { throw "The removal left $folder." }
