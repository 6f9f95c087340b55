package org.rongyi.people.kin;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What the veteran is told of his mandates: whatever he did not do himself. */
@Component
class KinNews {

    private static final String HOTLINE = "12345";
    private static final String ANY_STATION = "户籍地的退役军人服务站";
    private static final String PAGE = "/me/kin";

    private final Notices notices;
    private final Desks desks;
    private final UnitDirectory units;

    KinNews(Notices notices, Desks desks, UnitDirectory units) {
        this.notices = notices;
        this.desks = desks;
        this.units = units;
    }

    void given(Actor.Office office, KinMandates.Given given) {
        send(
                "kin.given",
                office,
                given.id(),
                given.person(),
                Map.of("kin", given.relation().zh() + given.kinName(), "until", Words.day(given.until())));
    }

    /** It may be extended more than once, and each time he is told. */
    void extended(Actor.Office office, Mandate mandate, LocalDate until) {
        var fields = Map.of("kin", kin(mandate), "before", Words.day(mandate.until()), "until", Words.day(until));
        send(notice("kin.extended", office, mandate.id(), fields).again(until.toString()), mandate.person());
    }

    void opened(Actor.Office office, Mandate mandate) {
        send("kin.opened", office, mandate.id(), mandate.person(), Map.of("kin", kin(mandate)));
    }

    void ended(Actor.Office office, Mandate mandate) {
        send("kin.ended", office, mandate.id(), mandate.person(), Map.of("kin", kin(mandate)));
    }

    /** @param place the one that answers for him */
    void givenUp(Mandate mandate, DivisionCode place) {
        var unit = units.responsibleFor(place);
        var name = unit.map(known -> units.findWorkplaces(List.of(known)).get(known))
                .map(UnitDirectory.Workplace::name)
                .orElse(ANY_STATION);
        var fields = Map.of(
                "kin",
                kin(mandate),
                "station",
                name,
                "stationPhone",
                unit.flatMap(desks::phone).filter(phone -> !phone.isBlank()).orElse(HOTLINE));
        send(Notice.of("kin.given-up", mandate.id(), PAGE, fields), mandate.person());
    }

    private static String kin(Mandate mandate) {
        return mandate.relation().zh() + mandate.kinName();
    }

    private void send(String template, Actor.Office office, UUID about, UUID person, Map<String, String> more) {
        send(notice(template, office, about, more), person);
    }

    private void send(Notice notice, UUID person) {
        notices.send(notice, new Recipient.Person(person));
    }

    private Notice notice(String template, Actor.Office office, UUID about, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("station", office.unitName());
        fields.put(
                "stationPhone",
                desks.phone(office.unit()).filter(phone -> !phone.isBlank()).orElse(HOTLINE));
        return Notice.of(template, about, PAGE, fields);
    }
}
