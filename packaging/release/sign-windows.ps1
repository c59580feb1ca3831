# Signs files with the certificate in CERTIFICATE (a .pfx as base64) and its PASSWORD, and looks at the signatures.
# A certificate that lives in a device or a service is signed with by its own tool instead.
param([Parameter(Mandatory)][string[]]$Files)
$ErrorActionPreference = "Stop"
$store = "Cert:\CurrentUser\My"
$packed = Join-Path $env:RUNNER_TEMP "certificate.pfx"
[IO.File]::WriteAllBytes($packed, [Convert]::FromBase64String($env:CERTIFICATE))
$password = ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force
$certificate = Import-PfxCertificate -FilePath $packed -CertStoreLocation $store -Password $password
Remove-Item $packed
foreach ($file in $Files) {
    $stamp = "http://timestamp.digicert.com"
    $made = Set-AuthenticodeSignature $file -Certificate $certificate -HashAlgorithm SHA256 -TimestampServer $stamp
    if ($made.Status -ne "Valid") { throw "$file was not signed: $($made.StatusMessage)" }
}
Remove-Item $certificate.PSPath
