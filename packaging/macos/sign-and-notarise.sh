#!/bin/sh
# Signs Talktally.app, puts it into an image, has Apple check that, and tries the result. Runs on macOS alone.
#
#   sign-and-notarise.sh Talktally.app Talktally-x.y.z.dmg
#
# CODESIGN_IDENTITY   "Developer ID Application: …" of a keychain that is open; without it the app is signed for this
#                     Mac alone, and others refuse it
# NOTARY_KEY          file of an App Store Connect key (.p8), with NOTARY_KEY_ID and NOTARY_ISSUER; without it nothing
#                     is sent to Apple
set -eu

if [ "$#" -ne 2 ]; then
    echo "Usage: sign-and-notarise.sh Talktally.app Talktally-x.y.z.dmg" >&2
    exit 2
fi
app=$1
image=$2
here=$(cd "$(dirname "$0")" && pwd)
identity=${CODESIGN_IDENTITY:--}
if [ "$(uname -s)" != Darwin ]; then
    echo "An app for macOS is signed on macOS." >&2
    exit 3
fi

stage=$(mktemp -d)
mounted=""
tidy() {
    if [ -n "$mounted" ]; then hdiutil detach -quiet "$mounted" || true; fi
    rm -rf "$stage"
}
trap tidy EXIT

# A signature that is made for this Mac alone has no time of Apple's.
stamp=--timestamp
if [ "$identity" = - ]; then stamp=--timestamp=none; fi

seal() {
    codesign --force "$stamp" --options runtime --sign "$identity" "$@"
}

# From the inside out: a seal covers the seals below it. The program comes last, with what it may do.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) | while IFS= read -r library; do
    seal "$library"
done
find "$app/Contents" -type d -name '*.framework' -prune | while IFS= read -r framework; do
    seal "$framework"
done
seal --entitlements "$here/entitlements.plist" "$app/Contents/MacOS/talktally"
seal --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=1 "$app"

cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -quiet -volname Talktally -fs HFS+ -format UDZO -srcfolder "$stage" "$image"

if [ "$identity" = - ]; then
    echo "not signed: CODESIGN_IDENTITY names nobody; other Macs refuse $image." >&2
else
    codesign --force --timestamp --sign "$identity" "$image"
    if [ -n "${NOTARY_KEY:-}" ]; then
        xcrun notarytool submit "$image" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" \
            --issuer "$NOTARY_ISSUER" --wait
        xcrun stapler staple "$image"
        spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
    else
        echo "not notarised: NOTARY_KEY names no key; Macs warn of $image." >&2
    fi
fi

# The program as people get it, out of the image.
mounted="$stage/volume"
mkdir "$mounted"
hdiutil attach -quiet -readonly -nobrowse -mountpoint "$mounted" "$image"
"$mounted/Talktally.app/Contents/MacOS/talktally" --selfcheck
