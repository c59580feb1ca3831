; The installer for Windows: for one person, without an administrator. Switches, which are in capitals:
;   /S        ask nothing                      /D=C:\folder  where to (the last one, without quotes)
;   /LINKS    offer Talktally for tel:, callto: and sip:     /LOGIN  start it at login
; and of the removal, uninstall.exe:  /S  ask nothing, and keep the data   /DELETEDATA  delete them and the keys too
; Made by shipping/windows/making.py, which gives VERSION, NUMBERS, PAYLOAD, OUT, KILOBYTES, ICON and BESIDE, and where
; there is a key SIGN: a command with %1 in the place of the file.

Unicode true
Target amd64-unicode ; the usual one is of 32 bits: a Windows without those does nothing, and says it went well
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; both programs hold the same modules, which are packed once where they follow each other
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Talktally"

Name "Talktally"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Talktally"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
AllowSkipFiles off
BrandingText "Talktally ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "Talktally"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Talktally Setup"
VIAddVersionKey /LANG=0 "CompanyName" "The Talktally developers"
VIAddVersionKey /LANG=0 "LegalCopyright" "The Talktally developers, MIT License"

!ifdef SIGN
    !finalize '${SIGN}'
    !uninstfinalize '${SIGN}'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BESIDE}"
!define MUI_COMPONENTSPAGE_SMALLDESC ; else the list is so narrow that its lines are cut
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Talktally.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString PROGRAM ${LANG_ENGLISH} "Talktally"
LangString PROGRAM ${LANG_GERMAN} "Talktally"
LangString MENU ${LANG_ENGLISH} "Start menu entry"
LangString MENU ${LANG_GERMAN} "Eintrag im Startmenü"
LangString LINKS ${LANG_ENGLISH} "Offer for links to phone numbers"
LangString LINKS ${LANG_GERMAN} "Für Links zu Telefonnummern anbieten"
LangString LOGIN ${LANG_ENGLISH} "Start at login"
LangString LOGIN ${LANG_GERMAN} "Beim Anmelden starten"
LangString ABOUT_PROGRAM ${LANG_ENGLISH} "The program."
LangString ABOUT_PROGRAM ${LANG_GERMAN} "Das Programm."
LangString ABOUT_MENU ${LANG_ENGLISH} "Puts Talktally into your start menu."
LangString ABOUT_MENU ${LANG_GERMAN} "Nimmt Talktally ins Startmenü auf."
LangString ABOUT_LINKS ${LANG_ENGLISH} "Windows then offers Talktally for tel:, callto: and sip: links. You choose it in Settings, Apps, Default apps."
LangString ABOUT_LINKS ${LANG_GERMAN} "Windows bietet Talktally dann für Links mit tel:, callto: und sip: an. Gewählt wird es in Einstellungen, Apps, Standard-Apps."
LangString ABOUT_LOGIN ${LANG_ENGLISH} "Talktally starts in the tray when you log in."
LangString ABOUT_LOGIN ${LANG_GERMAN} "Talktally startet beim Anmelden im Infobereich."
LangString RUNNING ${LANG_ENGLISH} "Talktally is open. End it (in its tray menu: Quit), then try again."
LangString RUNNING ${LANG_GERMAN} "Talktally ist geöffnet. Bitte beenden (im Menü im Infobereich: Beenden) und noch einmal versuchen."
LangString DELETE_DATA ${LANG_ENGLISH} "Delete your calls, texts, settings and keys, too?$\n$\nThey are in $LOCALAPPDATA\Talktally and, the keys, in the Credential Manager. If you keep them, a new installation finds them again."
LangString DELETE_DATA ${LANG_GERMAN} "Auch die eigenen Anrufe, Nachrichten, Einstellungen und Schlüssel löschen?$\n$\nSie liegen in $LOCALAPPDATA\Talktally und, die Schlüssel, in der Anmeldeinformationsverwaltung. Bleiben sie dort, findet eine neue Installation sie wieder."
LangString NOT_DONE ${LANG_ENGLISH} "The files could not be put in their place. Close what uses $INSTDIR, then start the installer again."
LangString NOT_DONE ${LANG_GERMAN} "Die Dateien ließen sich nicht an ihren Ort bringen. Bitte schließen, was $INSTDIR benutzt, und das Installationsprogramm noch einmal starten."
LangString TAKEN ${LANG_ENGLISH} "$INSTDIR holds things of the same names that are not Talktally's. Nothing was changed. Choose a folder of its own."
LangString TAKEN ${LANG_GERMAN} "In $INSTDIR liegt unter denselben Namen etwas, das nicht zu Talktally gehört. Nichts wurde geändert. Bitte einen eigenen Ordner wählen."
LangString NOT_GONE ${LANG_ENGLISH} "Some files could not be removed. Close what uses $INSTDIR, then remove Talktally again."
LangString NOT_GONE ${LANG_GERMAN} "Einige Dateien ließen sich nicht entfernen. Bitte schließen, was $INSTDIR benutzt, und Talktally noch einmal entfernen."

; Both programs can be a window. That it is told first to end costs nothing where none is open. Whoever installs in
; silence is not asked: it ends with 2, and nothing was changed.
!macro END_PROGRAM un
; Sets the error flag where one of them runs: it can be opened for nothing but reading then.
Function ${un}LookForPrograms
    ClearErrors
    FileOpen $0 "$INSTDIR\Talktally.exe" a
    IfErrors runs
    FileClose $0
    IfFileExists "$INSTDIR\talktally-cli.exe" 0 runs ; opening would make it
    FileOpen $0 "$INSTDIR\talktally-cli.exe" a
    IfErrors runs
    FileClose $0
    runs:
FunctionEnd

Function ${un}EndProgram
    IfFileExists "$INSTDIR\Talktally.exe" 0 ended
    look: ; asked always, for who has it open may not be seen; where nobody has, it is over at once
    nsExec::Exec '"$INSTDIR\talktally-cli.exe" --quit'
    Pop $1
    Call ${un}LookForPrograms
    IfErrors 0 ended
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY look
    SetErrorLevel 2
    Quit
    ended:
FunctionEnd
!macroend
!insertmacro END_PROGRAM ""
!insertmacro END_PROGRAM "un."

; Says in $2 whether folders in there with the names of ours are "ours": by the program beside them, which therefore
; comes first and goes last, or, where only that was taken away, by the list of programs. Those of others stay.
!macro FIND_WHOSE un
Function ${un}FindWhose
    StrCpy $2 "theirs"
    ReadRegStr $3 HKCU "${UNINSTALL}" "InstallLocation"
    ${If} ${FileExists} "$INSTDIR\Talktally.exe"
    ${OrIf} $3 == $INSTDIR
        StrCpy $2 "ours"
    ${EndIf}
FunctionEnd
!macroend
!insertmacro FIND_WHOSE ""
!insertmacro FIND_WHOSE "un."

; What an older version put there goes as a whole.
!macro REMOVE_PROGRAM
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\LICENSES"
    Delete "$INSTDIR\talktally-cli.exe"
    ${IfNot} ${FileExists} "$INSTDIR\_internal"
    ${AndIfNot} ${FileExists} "$INSTDIR\LICENSES"
        Delete "$INSTDIR\Talktally.exe"
    ${EndIf}
!macroend

Section "!$(PROGRAM)" PROGRAM_SECTION
    SectionIn RO
    Call FindWhose
    ${If} $2 == "theirs"
        ${If} ${FileExists} "$INSTDIR\_internal"
        ${OrIf} ${FileExists} "$INSTDIR\LICENSES"
        ${OrIf} ${FileExists} "$INSTDIR\talktally-cli.exe"
            SetErrorLevel 2
            MessageBox MB_OK|MB_ICONSTOP "$(TAKEN)" /SD IDOK
            Quit
        ${EndIf}
    ${EndIf}
    Call EndProgram
    ; Unpacked beside the old version, which is whole until the new one is.
    RMDir /r "$INSTDIR\talktally-new"
    ClearErrors
    SetOutPath "$INSTDIR\talktally-new"
    File "${PAYLOAD}/Talktally.exe"
    File "${PAYLOAD}/talktally-cli.exe"
    File /r "${PAYLOAD}/_internal"
    File /r "${PAYLOAD}/LICENSES"
    SetOutPath "$INSTDIR"
    IfErrors failed
    ${If} $2 == "ours"
        !insertmacro REMOVE_PROGRAM
    ${EndIf}
    ClearErrors
    Rename "$INSTDIR\talktally-new\Talktally.exe" "$INSTDIR\Talktally.exe"
    IfErrors failed
    Rename "$INSTDIR\talktally-new\_internal" "$INSTDIR\_internal"
    Rename "$INSTDIR\talktally-new\LICENSES" "$INSTDIR\LICENSES"
    Rename "$INSTDIR\talktally-new\talktally-cli.exe" "$INSTDIR\talktally-cli.exe"
    IfErrors failed
    RMDir "$INSTDIR\talktally-new"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Talktally"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Talktally.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Talktally developers"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    Goto done
    failed:
    RMDir /r "$INSTDIR\talktally-new"
    SetErrorLevel 2
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_DONE)" /SD IDOK
    Quit
    done:
SectionEnd

Section "$(MENU)" MENU_SECTION
    CreateShortcut "$SMPROGRAMS\Talktally.lnk" "$INSTDIR\Talktally.exe"
SectionEnd

; The program itself writes what Windows is told, so that its own switches find the same.
Section /o "$(LINKS)" LINKS_SECTION
    nsExec::Exec '"$INSTDIR\talktally-cli.exe" links on'
    Pop $0
SectionEnd

Section /o "$(LOGIN)" LOGIN_SECTION
    nsExec::Exec '"$INSTDIR\talktally-cli.exe" login on'
    Pop $0
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM_SECTION} $(ABOUT_PROGRAM)
    !insertmacro MUI_DESCRIPTION_TEXT ${MENU_SECTION} $(ABOUT_MENU)
    !insertmacro MUI_DESCRIPTION_TEXT ${LINKS_SECTION} $(ABOUT_LINKS)
    !insertmacro MUI_DESCRIPTION_TEXT ${LOGIN_SECTION} $(ABOUT_LOGIN)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/LINKS" $1
    ${IfNot} ${Errors}
        !insertmacro SelectSection ${LINKS_SECTION}
    ${EndIf}
    ClearErrors
    ${GetOptions} $0 "/LOGIN" $1
    ${IfNot} ${Errors}
        !insertmacro SelectSection ${LOGIN_SECTION}
    ${EndIf}
    ClearErrors
FunctionEnd

; Says in $4 whether the data are to go: by the switch, or by the person, who is asked before anything is done.
Function un.AskForData
    StrCpy $4 "delete"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DELETEDATA" $1
    IfErrors 0 asked
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DELETE_DATA)" /SD IDNO IDYES asked
    StrCpy $4 "keep"
    asked:
FunctionEnd

Section Uninstall
    Call un.EndProgram
    Call un.AskForData
    Call un.FindWhose
    ${If} $2 == "ours"
        ${If} $4 == "delete"
            ; Keys are not in the data, only the program finds them. A minute is enough, and one that stays stops nobody.
            ; The folder is one that is there: the person's own may be on a disk that is not.
            InitPluginsDir
            nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\talktally-cli.exe" forget-keys --yes --data-dir "$PLUGINSDIR"'
            Pop $0
        ${EndIf}
        nsExec::Exec '"$INSTDIR\talktally-cli.exe" links off'
        Pop $0
        nsExec::Exec '"$INSTDIR\talktally-cli.exe" login off'
        Pop $0
        !insertmacro REMOVE_PROGRAM
        ${If} ${FileExists} "$INSTDIR\_internal"
        ${OrIf} ${FileExists} "$INSTDIR\LICENSES"
        ${OrIf} ${FileExists} "$INSTDIR\Talktally.exe"
            SetErrorLevel 2
            MessageBox MB_OK|MB_ICONSTOP "$(NOT_GONE)" /SD IDOK
            Quit
        ${EndIf}
    ${EndIf}
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Talktally.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"

    ${If} $4 == "delete"
        RMDir /r "$LOCALAPPDATA\Talktally"
    ${EndIf}
SectionEnd
