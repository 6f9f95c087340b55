package org.rongyi.journey.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rongyi.journey.form.Form.Field;
import org.rongyi.journey.form.Form.Kind;
import org.rongyi.journey.form.Surfer.Answer;
import org.rongyi.journey.form.Surfer.Sent;
import org.rongyi.people.person.Files;
import org.rongyi.platform.kernel.CreditCode;

/**
 * Fills a form in as a diligent clerk would: what each label asks for, and where the answer names a field, something else there, until
 * the form is taken or nothing is left to try.
 */
final class Clerkly {

    private static final int TRIES = 9;

    /** The field an error stands at. */
    private static final Pattern ERROR = Pattern.compile("id=\"(f-[\\w-]+)-error\"|<a href=\"#(f-[\\w-]+)\"");

    private static final String NEW_PASSWORD = "Qing-Feng-2031-x";

    private static final String WORDS = "按规定办理，情况属实";

    private final LocalDate today;
    private final String village;
    private final String password;

    Clerkly(LocalDate today, String village, String password) {
        this.today = today;
        this.village = village;
        this.password = password;
    }

    /** How it was filled in, and the answer it got at last. */
    record Filled(List<Sent> sent, Answer answer) {}

    /** How all fields that nothing is known of are filled in; the field's own tries come on top. */
    private enum Manner {
        /** As it comes, and what is not optional. */
        SPARSE,
        /** Everything. */
        FULL,
        /** The other button, the last choice. */
        OTHER
    }

    Filled fill(Form form, Function<List<Sent>, Answer> send) {
        Filled last = null;
        var tried = new HashMap<String, Integer>();
        int manner = 0;
        for (int n = 0; n < TRIES && manner < Manner.values().length; n++) {
            var sent = filled(form, Manner.values()[manner], tried);
            last = new Filled(sent, send.apply(sent));
            if (last.answer().isDone()
                    || last.answer().status() == 403
                    || last.answer().status() == 404) {
                return last;
            }
            var named =
                    last.answer().status() == 422 ? wrong(form, last.answer().body()) : Set.<String>of();
            if (named.isEmpty() || named.stream().anyMatch(name -> tried.getOrDefault(name, 0) > 5)) {
                manner++;
                tried.clear();
            } else {
                named.forEach(name -> tried.merge(name, 1, Integer::sum));
            }
        }
        return last == null ? new Filled(List.of(), new Answer(0, "", "")) : last;
    }

    private static Set<String> wrong(Form form, String body) {
        var ids = new LinkedHashSet<String>();
        ERROR.matcher(body)
                .results()
                .forEach(error -> ids.add(error.group(1) == null ? error.group(2) : error.group(1)));
        var names = new LinkedHashSet<String>();
        for (var field : form.fields()) {
            if (ids.contains(field.id()) || ids.contains("f-" + field.name().replaceAll("[^A-Za-z0-9_-]", "-"))) {
                names.add(field.name());
            }
        }
        return names;
    }

    private List<Sent> filled(Form form, Manner manner, Map<String, Integer> tried) {
        var sent = new ArrayList<Sent>();
        boolean pressed = false;
        for (var field : form.fields()) {
            if (field.kind() == Kind.BUTTON && pressed) {
                continue;
            }
            pressed |= field.kind() == Kind.BUTTON;
            int turn = tried.getOrDefault(field.name(), 0);
            for (var value : values(field, manner, turn)) {
                sent.add(new Sent(field.name(), value, field.kind() == Kind.FILE));
            }
        }
        return sent;
    }

    private List<String> values(Field field, Manner manner, int turn) {
        return switch (field.kind()) {
            case HIDDEN -> field.values();
            case FILE -> field.isOptional() && manner == Manner.SPARSE && turn == 0 ? List.of() : List.of("file");
            case BOX -> boxes(field, manner, turn);
            case BUTTON ->
                one(field.values(), manner == Manner.OTHER ? field.values().size() - 1 : 0);
            case SELECT, RADIO -> choice(field, manner, turn);
            case TEXT, LONG, DATE, TIME, NUMBER, PASSWORD -> List.of(typed(field, manner, turn));
        };
    }

    private static List<String> boxes(Field field, Manner manner, int turn) {
        var chosen = field.chosen().isEmpty() && manner != Manner.OTHER ? one(field.values(), 0) : field.chosen();
        return switch (turn) {
            case 0 -> manner == Manner.FULL ? field.values() : chosen;
            case 1 -> one(field.values(), 0);
            case 2 -> List.of();
            case 3 -> field.values();
            default -> one(field.values(), turn % field.values().size());
        };
    }

    private static List<String> choice(Field field, Manner manner, int turn) {
        var real = field.values().stream().filter(value -> !value.isBlank()).toList();
        if (real.isEmpty()) {
            return field.kind() == Kind.SELECT ? List.of("") : List.of();
        }
        if (turn > 0) {
            return one(real, turn % real.size());
        }
        var chosen = field.chosen().stream().filter(value -> !value.isBlank()).toList();
        if (!chosen.isEmpty() && manner != Manner.OTHER) {
            return one(chosen, 0);
        }
        return one(real, manner == Manner.OTHER ? real.size() - 1 : 0);
    }

    private static List<String> one(List<String> values, int index) {
        return values.isEmpty() ? List.of() : List.of(values.get(Math.max(0, index)));
    }

    private String typed(Field field, Manner manner, int turn) {
        var there = field.chosen().isEmpty() ? "" : field.chosen().getFirst();
        boolean stays = !there.isEmpty() || field.isOptional() && manner == Manner.SPARSE;
        if (turn == 0 && stays) {
            return there;
        }
        var guesses = guesses(field);
        return guesses.get(Math.min(stays ? turn - 1 : turn, guesses.size() - 1));
    }

    /** What may be meant, likeliest first. */
    private List<String> guesses(Field field) {
        var words = field.label() + " " + field.name();
        var guesses = new LinkedHashSet<String>();
        switch (field.kind()) {
            case DATE ->
                guesses.addAll(List.of(
                        today.toString(),
                        today.plusDays(10).toString(),
                        today.minusDays(10).toString(),
                        today.minusYears(5).toString(),
                        today.plusDays(60).toString()));
            case TIME ->
                guesses.addAll(List.of(
                        today.plusDays(1) + "T09:00",
                        today.plusDays(10) + "T17:00",
                        "09:00",
                        today.toString().substring(0, 7)));
            case PASSWORD -> guesses.add(words.matches("(?s).*(新口令|new|again|epeat|再).*") ? NEW_PASSWORD : password);
            case NUMBER -> guesses.addAll(named(words, List.of("1", "100", "10", "2026", "30", "0", "50")));
            default -> {
                guesses.addAll(named(words, List.of()));
                guesses.addAll(field.kind() == Kind.LONG ? List.of(WORDS) : List.of("陈建国", WORDS));
                guesses.addAll(List.of("1", "100.00", today.toString(), "13800138000", "2026", "https://example.cn"));
            }
        }
        return List.copyOf(guesses);
    }

    private List<String> named(String words, List<String> others) {
        var guesses = new ArrayList<String>();
        if (words.matches("(?s).*(身份证|公民身份|itizen).*")) {
            guesses.add(Files.number().value());
        }
        if (words.matches("(?s).*(信用代码|redit).*")) {
            var code = "91441223777777777";
            guesses.add(code + CreditCode.checkCharacter(code));
        }
        if (words.matches("(?s).*(手机|电话|hone).*")) {
            guesses.add("13800138000");
        }
        if (words.matches("(?s).*(邮箱|[mM]ail).*")) {
            guesses.add("chen@example.cn");
        }
        if (words.matches("(?s).*(账号|卡号|ccount).*")) {
            guesses.add("6222021234567890128");
        }
        if (words.matches("(?s).*(区划|地区|erritory|hukou\\b|esidence\\b).*")) {
            guesses.add(village);
        }
        if (words.matches("(?s).*(经纬度).*")) {
            guesses.add("23.3401,112.6935");
        }
        if (words.matches("(?s).*(用户名|username).*")) {
            guesses.add("chenjianguo2031");
        }
        guesses.addAll(others);
        if (words.matches("(?s).*(金额|元|mount|yuan).*")) {
            guesses.add("100");
        }
        if (words.matches("(?s).*(年度|year).*")) {
            guesses.add(Integer.toString(today.getYear()));
        }
        return guesses;
    }
}
