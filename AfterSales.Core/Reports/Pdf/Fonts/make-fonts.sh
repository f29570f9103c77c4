#!/bin/sh
# Makes the two report faces out of the original ones; see README.md.
# usage: make-fonts.sh FOLDER   (the unpacked npm package @expo-google-fonts/noto-sans-sc, version 0.4.3)
set -eu
# Latin, Greek, Cyrillic, punctuation, currency, arrows, mathematics, shapes, Kana, Bopomofo.
signs=20-7E,A1-AC,AE-17F,192,1CD-1DC,1F8,1F9,251,261,2C7,2C9-2CB,2D9,370-3FF,400-451,1E00-1EFF,2010,2013-2016,2018-201F
signs=$signs,2020,2021,2025,2026,2030,2032,2033,203B-203F,2074-208E,20A0-20BF,2100-214F,2150-218B,2190-2214,2216-22EE
signs=$signs,22F0-2328,232B-245F,2460-26FF,2700-277F,2794-27BF,2B00-2B94,3000-301B,301D-3029,3031-303F,3041-3096,3099-30FA
signs=$signs,30FC-30FF,3105-312F,31A0-31BF,3220-33FF,FE30-FE4F,FF01-FF3F,FF41-FF5E,FFE0-FFE6
# Han: the whole basic block, the few true characters among the compatibility ones, and planes 2 and 3 (rare names).
han=4E00-9FFF,FA0E,FA0F,FA11,FA13,FA14,FA18,FA1F-FA21,FA23,FA24,FA27-FA29,20000-2A6DF,2A700-2EBEF,30000-3134F
# Of extension A only what the national list of common characters (2013) holds.
extensionA=㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮
extensionA=$(printf %s "$extensionA" | iconv -t UTF-16BE | od -An -v -tx2 --endian=big | tr -s " \n" ",")
for face in 400Regular 700Bold; do
    hb-subset "$1/$face/NotoSansSC_$face.ttf" --unicodes="$signs,$han$extensionA" \
        --no-hinting --layout-features= --drop-tables+=GSUB,GPOS,GDEF,BASE,STAT,vhea,vmtx,gasp,prep \
        --output-file="$(dirname "$0")/NotoSansSC-${face#?00}.ttf"
done
