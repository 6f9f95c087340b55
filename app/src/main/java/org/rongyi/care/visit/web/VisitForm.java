package org.rongyi.care.visit.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.Sent;
import org.rongyi.care.visit.VisitChecks;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.ui.FieldErrors;

/**
 * 走访登记表, as it was typed. The same fields make a record, a correction and a draft; what cannot be read is reported
 * by field and nothing typed is lost.
 */
public record VisitForm(Map<String, List<String>> fields) {

    /** How many needs the form has room for. */
    public static final int NEEDS = 3;

    private static final Set<String> NOT_OURS =
            Set.of("_csrf", "_command", "_post", "again", "reason", "version", "photo", "photoAway");

    public VisitForm {
        fields = fields.entrySet().stream()
                .filter(field -> !NOT_OURS.contains(field.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> List.copyOf(field.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    /** A fresh form for one person: seen today, at home. */
    static VisitForm blank(UUID person, LocalDate today) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("person", List.of(person.toString()));
        fields.put("happenedOn", List.of(today.toString()));
        fields.put("mode", List.of("HOME"));
        fields.put("kind", List.of("REGULAR"));
        return new VisitForm(fields);
    }

    /** The same with what waits for them ticked, signed for by themselves: what is known is not typed. */
    VisitForm offering(List<HandOver.Offer> offers) {
        if (offers.isEmpty()) {
            return this;
        }
        var filled = new LinkedHashMap<>(fields);
        filled.put("kind", List.of(offers.getFirst().kind()));
        filled.put("sent", List.of(Sent.HONOUR.name()));
        filled.put("brought", List.of(offers.stream().map(HandOver.Offer::what).collect(Collectors.joining("；"))));
        filled.put("hand", offers.stream().map(offer -> offer.id().toString()).toList());
        for (var offer : offers) {
            filled.put("signedAs." + offer.id(), List.of(HandOver.As.SELF.name()));
            filled.put("signedBy." + offer.id(), List.of(offer.personName()));
        }
        return new VisitForm(filled);
    }

    /** What was handed over and who signed for it. */
    List<HandOver.Signed> handed(FieldErrors errors) {
        var handed = new ArrayList<HandOver.Signed>();
        for (var text : fields.getOrDefault("hand", List.of())) {
            try {
                var offer = UUID.fromString(text);
                var as = read(HandOver.As.class, value("signedAs." + offer)).orElse(HandOver.As.SELF);
                var by = value("signedBy." + offer).strip();
                errors.require(!by.isEmpty(), "signedBy." + offer, "请写签收人姓名");
                handed.add(new HandOver.Signed(offer, as, by));
            } catch (IllegalArgumentException e) {
                errors.add("hand", "要发的东西不对，请刷新后重新登记");
            }
        }
        return handed;
    }

    /** The form that would have made this record; needs that no correction touches are not in it. */
    static VisitForm of(VisitFile.View visit) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put(
                "person",
                visit.people().stream().map(p -> p.personId().toString()).toList());
        visit.people()
                .forEach(p ->
                        fields.put("result." + p.personId(), List.of(p.result().name())));
        fields.put("happenedOn", List.of(visit.happenedOn().toString()));
        fields.put("mode", List.of(visit.mode()));
        fields.put("kind", List.of(visit.kind()));
        fields.put("sent", visit.sent().stream().map(Enum::name).toList());
        fields.put("brought", List.of(visit.brought()));
        fields.put("said", List.of(visit.said()));
        var needs = visit.needs().stream()
                .filter(need -> !need.isFixed())
                .limit(NEEDS)
                .toList();
        for (int i = 0; i < needs.size(); i++) {
            fields.put("askedKind." + i, List.of(needs.get(i).kind()));
            fields.put("askedText." + i, List.of(needs.get(i).text()));
            fields.put("askedBy." + i, List.of(needs.get(i).person().toString()));
        }
        return new VisitForm(fields);
    }

    public String value(String field) {
        return fields.getOrDefault(field, List.of("")).stream().findFirst().orElse("");
    }

    /** All that was typed or chosen, whatever its name: what a draft would keep. */
    List<String> texts() {
        return fields.values().stream().flatMap(List::stream).toList();
    }

    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    public Result result(UUID person) {
        return read(Result.class, value("result." + person)).orElse(Result.MET);
    }

    /** The content, or nothing and the errors by field. */
    Optional<VisitContent> content(FieldErrors errors) {
        var results = results(errors);
        var sent = sent();
        errors.require(!results.isEmpty(), "person", "请至少选一位走访对象");
        boolean met = results.values().stream().anyMatch(Result::isCounted);
        errors.require(!met || !sent.isEmpty(), "sent", "见到了人，六送请至少选一项");
        var on = date(errors);
        var asked = asked(results, errors);
        if (!errors.isEmpty() || on == null) {
            return Optional.empty();
        }
        return Optional.of(new VisitContent(
                results,
                on,
                value("kind"),
                value("mode"),
                sent,
                value("brought").strip(),
                value("said").strip(),
                asked));
    }

    private Map<UUID, Result> results(FieldErrors errors) {
        var results = new LinkedHashMap<UUID, Result>();
        for (var text : fields.getOrDefault("person", List.of())) {
            try {
                var person = UUID.fromString(text);
                var chosen = value("result." + person);
                if (!chosen.isEmpty() && read(Result.class, chosen).isEmpty()) {
                    errors.add("person", "见面情况不对，请重新选择");
                }
                results.put(person, result(person));
            } catch (IllegalArgumentException e) {
                errors.add("person", "走访对象不对，请返回名单重新选择");
            }
        }
        return results;
    }

    private Set<Sent> sent() {
        var sent = EnumSet.noneOf(Sent.class);
        fields.getOrDefault("sent", List.of())
                .forEach(text -> read(Sent.class, text).ifPresent(sent::add));
        return sent;
    }

    /** The day chosen; none when there is none, or what stands there is no day. */
    Optional<LocalDate> happenedOn() {
        try {
            return Optional.of(LocalDate.parse(value("happenedOn")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable LocalDate date(FieldErrors errors) {
        var day = happenedOn();
        errors.require(day.isPresent(), "happenedOn", "请选择日期");
        return day.orElse(null);
    }

    /** The field an objection means: of the needs that were filled in it counts only those, the form all its rows. */
    String field(VisitChecks.Objection objection) {
        if (!objection.field().startsWith(VisitChecks.ASKED_TEXT)) {
            return objection.field();
        }
        int which = Integer.parseInt(objection.field().substring(VisitChecks.ASKED_TEXT.length()));
        var filled = IntStream.range(0, NEEDS)
                .filter(i -> !value(VisitChecks.ASKED_TEXT + i).isBlank())
                .toArray();
        return which < filled.length ? VisitChecks.ASKED_TEXT + filled[which] : objection.field();
    }

    private List<Needs.Asked> asked(Map<UUID, Result> results, FieldErrors errors) {
        var asked = new ArrayList<Needs.Asked>();
        for (int i = 0; i < NEEDS; i++) {
            var kind = value("askedKind." + i);
            var text = value("askedText." + i).strip();
            if (!text.isEmpty() && kind.isEmpty()) {
                errors.add("askedKind." + i, "请选择这项需求的类别");
            } else if (text.isEmpty() && !kind.isEmpty()) {
                errors.add("askedText." + i, "请写明这项需求");
            } else if (!text.isEmpty()) {
                asked.add(new Needs.Asked(kind, text, asker("askedBy." + i, results, errors)));
            }
        }
        return asked;
    }

    /** Whoever was met and is the only one need not be named. */
    private @Nullable UUID asker(String field, Map<UUID, Result> results, FieldErrors errors) {
        var named = results.keySet().stream()
                .filter(person -> person.toString().equals(value(field)))
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        var met = results.entrySet().stream()
                .filter(one -> one.getValue().isCounted())
                .map(Map.Entry::getKey)
                .toList();
        var possible = met.isEmpty() ? List.copyOf(results.keySet()) : met;
        errors.require(possible.size() < 2, field, "这次不止一人，请选这项需求是谁提出的");
        return possible.isEmpty() ? null : possible.getFirst();
    }

    /** Url-encoded, as a browser would send it: the form a draft is kept in. */
    String encoded() {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    static VisitForm decode(String encoded) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                var name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                var value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new VisitForm(fields);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <E extends Enum<E>> Optional<E> read(Class<E> type, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Enum.valueOf(type, text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
