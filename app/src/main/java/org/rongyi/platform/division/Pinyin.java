package org.rongyi.platform.division;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 拼音首字母: the first letter of each character's reading, lower case; letters and digits stay, the rest is left out. */
public final class Pinyin {

    /** What ICU, which reads single characters, gets wrong in names of places. */
    private static final List<Map.Entry<String, String>> PLACES = List.of(
            Map.entry("番禺", "py"),
            Map.entry("大埔", "db"),
            Map.entry("黄埔", "hp"),
            Map.entry("长", "c"),
            Map.entry("重庆", "cq"),
            Map.entry("厦门", "xm"));

    private static final Reading PLACE = new Reading("Han-Latin; Latin-ASCII");
    private static final Reading SURNAME = new Reading("Han-Latin/Names; Latin-ASCII");

    private Pinyin() {}

    /** 番禺区 → pyq. */
    public static String ofPlace(String name) {
        var text = name;
        for (var place : PLACES) {
            text = text.replace(place.getKey(), place.getValue());
        }
        return PLACE.initials(text);
    }

    /** The surname in its own reading: 曾 z, 单 s, 解 x, 仇 q. */
    public static String ofPerson(String name) {
        if (name.isEmpty()) {
            return "";
        }
        int given = name.offsetByCodePoints(0, 1);
        return SURNAME.initials(name.substring(0, given)) + PLACE.initials(name.substring(given));
    }

    /** One character at a time, remembered: a transliteration costs far more than a look-up. */
    private static final class Reading {

        private final Transliterator transliterator;
        private final Map<Integer, String> known = new ConcurrentHashMap<>();

        Reading(String id) {
            transliterator = Transliterator.getInstance(id);
        }

        String initials(String text) {
            var letters = new StringBuilder();
            text.codePoints().forEach(c -> letters.append(known.computeIfAbsent(c, this::initial)));
            return letters.toString();
        }

        private String initial(int character) {
            var reading =
                    transliterator.transliterate(Character.toString(character)).toLowerCase(Locale.ROOT);
            char first = reading.isEmpty() ? ' ' : reading.charAt(0);
            return first < 128 && Character.isLetterOrDigit(first) ? String.valueOf(first) : "";
        }
    }
}
