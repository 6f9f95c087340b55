package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.HardshipRule;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PlaceKind;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 对照规定: brings together what the rule asks for. Other applications of the same person are found anywhere in the province;
 * of one outside the reader's territory he learns the place, the day and how far it is, and the trail keeps that he did.
 */
@Component
public class Assessment {

    private static final String EARLIER = """
            select situation, occurred_on, applied_on, code_now, state, granted_fen
            from relief.earlier_of(:person, :but)
            """;

    private static final String EMERGENCIES = """
            select null::text as situation, null::date as occurred_on, applied_on, code_now, state, granted_fen
            from relief.emergency_of(:person, :but)
            """;

    private final JdbcClient jdbc;
    private final ReliefTerms terms;
    private final Bars bars;
    private final People people;
    private final Divisions divisions;
    private final AuditTrail audit;

    Assessment(JdbcClient jdbc, ReliefTerms terms, Bars bars, People people, Divisions divisions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.bars = bars;
        this.people = people;
        this.divisions = divisions;
        this.audit = audit;
    }

    /** What the rule says of an application now; in a transaction that writes, for somebody who handles it. */
    public Basis of(Aids.Kept aid, Actor.Office reader) {
        return of(aid, reader, null);
    }

    Basis of(Aids.Kept aid, Actor.Office reader, @Nullable Grant grant) {
        var request = aid.request();
        var facts = new Facts(
                aid.appliedOn(),
                registered(aid),
                aid.standing(),
                request.situation(),
                request.occurredOn(),
                request.household(),
                bars.of(aid.person()).stream().map(Bars.Kept::barred).toList(),
                earlier(aid, reader),
                new Facts.Repeat(request.repeat(), aid.check().repeatAccepted()),
                aid.check().made());
        var holding = terms.on(aid.appliedOn(), aid.code());
        return new Basis(facts, holding, HardshipRule.evaluate(facts, holding), grant);
    }

    /** Whoever checked the papers says it; otherwise the file does. */
    private Facts.Known registered(Aids.Kept aid) {
        var said = aid.check().registered();
        return said != null ? said : registered(aid.person());
    }

    /** Whether the file knows his 户籍. */
    public Facts.Known registered(UUID person) {
        boolean known = people.placesOf(person).stream()
                .anyMatch(place -> place.kind() == PlaceKind.HUKOU || place.kind() == PlaceKind.BOTH);
        return known ? Facts.Known.YES : Facts.Known.UNKNOWN;
    }

    /** His applications for 困难帮扶援助 wherever in the province, the newest first. */
    public List<Earlier> hardshipOf(UUID person, Actor.Office reader) {
        return earlier(EARLIER, person, new UUID(0, 0), reader);
    }

    /** For hardship aid, 应急救助 as well: it may be had besides (第十七条). */
    private List<Earlier> earlier(Aids.Kept aid, Actor.Office reader) {
        var found = new ArrayList<>(earlier(EARLIER, aid.person(), aid.id(), reader));
        found.addAll(earlier(EMERGENCIES, aid.person(), aid.id(), reader));
        if (found.stream().anyMatch(Earlier::elsewhere)) {
            var purpose = new Detail("办理困难帮扶援助，查别处是否重复", List.of());
            audit.alongside(reader, new AuditTrail.Entry("SeeAidElsewhere", aid.person(), "Opened", true, purpose));
        }
        return found;
    }

    private List<Earlier> earlier(String question, UUID person, UUID but, Actor.Office reader) {
        return jdbc.sql(question)
                .param("person", person)
                .param("but", but)
                .query((row, n) -> {
                    var code = new DivisionCode(row.getLong("code_now"));
                    var situation = row.getString("situation");
                    return new Earlier(
                            situation == null ? Earlier.Programme.EMERGENCY : Earlier.Programme.HARDSHIP,
                            where(code),
                            !reader.scope().contains(code),
                            situation == null ? null : Situation.valueOf(situation),
                            row.getObject("applied_on", LocalDate.class),
                            row.getObject("occurred_on", LocalDate.class),
                            Earlier.State.valueOf(row.getString("state")),
                            row.getLong("granted_fen"));
                })
                .list();
    }

    /** The town, whose station keeps the papers. */
    public String where(DivisionCode code) {
        return divisions.fullName(code.at(Level.TOWN));
    }
}
