package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.Optional;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** What a visit record must satisfy, whoever writes it and by whatever road it comes. */
@Component
public class VisitChecks {

    /** Where the words of a need are objected to: behind it which of the needs, from 0. */
    public static final String ASKED_TEXT = "askedText.";

    /** 省退役军人事务厅 was formed on this day; nothing earlier can be recorded. */
    static final LocalDate FIRST_DAY = LocalDate.of(2018, 10, 25);

    static final int LONGEST_BROUGHT = 200;
    static final int LONGEST_SAID = 2000;
    static final int LONGEST_ASKED = 500;
    static final int MOST_ASKED = 5;
    static final int MOST_PERSONS = 20;

    private final Policy policy;
    private final Secrets secrets;

    VisitChecks(Policy policy, Secrets secrets) {
        this.policy = policy;
        this.secrets = secrets;
    }

    /** A field of the form and what is wrong with it, in the words its writer reads. */
    public record Objection(String field, String reason) {}

    Optional<Objection> objection(VisitContent content, LocalDate today) {
        return objection(content, new Standing("", ""), today);
    }

    /** What a record says that is corrected. */
    record Standing(String brought, String said) {}

    Optional<Objection> objection(VisitContent content, Standing standing, LocalDate today) {
        var on = content.happenedOn();
        if (on.isAfter(today)) {
            return refuse("happenedOn", "日期不能晚于今天");
        }
        if (on.isBefore(FIRST_DAY)) {
            return refuse("happenedOn", "日期不能早于 2018 年 10 月 25 日");
        }
        if (!inForce("visit.kind", content.kind(), on)) {
            return refuse("kind", "请选择走访类型");
        }
        if (!inForce("visit.mode", content.mode(), on)) {
            return refuse("mode", "请选择方式");
        }
        if (content.results().size() > MOST_PERSONS) {
            return refuse("persons", "一次最多记 " + MOST_PERSONS + " 人");
        }
        if (content.brought().length() > LONGEST_BROUGHT) {
            return refuse("brought", "带去的东西请在 " + LONGEST_BROUGHT + " 字以内写明");
        }
        if (content.said().length() > LONGEST_SAID) {
            return refuse("said", "所谈内容请在 " + LONGEST_SAID + " 字以内写明");
        }
        return askedObjection(content, on)
                .or(() -> objection(secrets.look("brought", standing.brought(), content.brought())))
                .or(() -> objection(secrets.look("said", standing.said(), content.said())));
    }

    private Optional<Objection> askedObjection(VisitContent content, LocalDate on) {
        if (content.asked().size() > MOST_ASKED) {
            return refuse("asked", "一次最多记 " + MOST_ASKED + " 项需求");
        }
        for (int i = 0; i < content.asked().size(); i++) {
            var asked = content.asked().get(i);
            if (!inForce("need.kind", asked.kind(), on)) {
                return refuse("asked", "请选择需求类别");
            }
            if (asked.by() != null && !content.results().containsKey(asked.by())) {
                return refuse("asked", "提出需求的人应在这次走访的人当中");
            }
            if (asked.text().isBlank() || asked.text().length() > LONGEST_ASKED) {
                return refuse("asked", "需求请用 1 至 " + LONGEST_ASKED + " 字写明");
            }
            var secret = secret(ASKED_TEXT + i, asked.text());
            if (secret.isPresent()) {
                return secret;
            }
        }
        return Optional.empty();
    }

    /** Words that look like a state secret are kept nowhere, not in a draft either. */
    public Optional<Objection> secret(String field, String text) {
        return objection(secrets.look(field, text));
    }

    private static Optional<Objection> objection(Optional<Secrets.Found> secret) {
        return secret.map(found -> new Objection(found.field(), found.why()));
    }

    private boolean inForce(String list, String code, LocalDate on) {
        return policy.choices(list, on).stream().map(Choice::code).anyMatch(code::equals);
    }

    private static Optional<Objection> refuse(String field, String reason) {
        return Optional.of(new Objection(field, reason));
    }
}
