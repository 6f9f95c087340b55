package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.Assessment;
import org.rongyi.care.relief.emergency.rule.EmergencyRule;
import org.rongyi.care.relief.emergency.rule.Facts;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 对照规定: brings together what the rule asks for. Other applications of the same person are found anywhere in the province;
 * of one outside the reader's territory he learns the place, the day and how far it is, and the trail keeps that he did.
 */
@Component
class EmergencyAssessment {

    private static final String PAST = """
            select kind, occurred_on, applied_on, code_now, state, paid_on from relief.emergency_of(:person, :but)
            """;

    private final JdbcClient jdbc;
    private final EmergencyTerms terms;
    private final Assessment hardship;
    private final AuditTrail audit;

    EmergencyAssessment(JdbcClient jdbc, EmergencyTerms terms, Assessment hardship, AuditTrail audit) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.hardship = hardship;
        this.audit = audit;
    }

    /** What the rule says of an application now; in a transaction that writes, for somebody who handles it. */
    Basis of(Emergencies.Kept one, Actor.Office reader) {
        var request = one.request();
        var past = past(one.person(), one.id(), reader);
        var aid = hardship.hardshipOf(one.person(), reader);
        if (past.stream().anyMatch(Facts.Past::elsewhere) || aid.stream().anyMatch(Earlier::elsewhere)) {
            var purpose = new Detail("办理应急救助，查别处是否重复", List.of());
            audit.alongside(reader, new AuditTrail.Entry("SeeAidElsewhere", one.person(), "Opened", true, purpose));
        }
        var said = one.check().registered();
        var facts = new Facts(
                one.appliedOn(),
                said == null ? hardship.registered(one.person()) : said,
                one.object(),
                request.kind(),
                request.occurredOn(),
                request.otherAid(),
                request.household(),
                past,
                aid.isEmpty() ? null : aid.getFirst(),
                one.check().made());
        var holding = terms.on(one.appliedOn());
        return new Basis(facts, holding, EmergencyRule.evaluate(facts, holding), 0, "");
    }

    Known registered(UUID person) {
        return hardship.registered(person);
    }

    /** Other applications of a person, for whoever knows him. */
    List<Facts.Past> past(UUID person, @Nullable UUID but, Actor reader) {
        return jdbc.sql(PAST)
                .param("person", person)
                .param("but", but)
                .query((row, n) -> {
                    var code = new DivisionCode(row.getLong("code_now"));
                    return new Facts.Past(
                            hardship.where(code),
                            reader instanceof Actor.Office office
                                    && !office.scope().contains(code),
                            Kind.valueOf(row.getString("kind")),
                            row.getObject("applied_on", LocalDate.class),
                            row.getObject("occurred_on", LocalDate.class),
                            Earlier.State.valueOf(row.getString("state")),
                            row.getObject("paid_on", LocalDate.class));
                })
                .list();
    }
}
