package org.rongyi.people.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.UnitDirectory;
import org.rongyi.platform.access.Veterans;
import org.rongyi.platform.approval.Desks;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.vault.BlindIndexes;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers the door what it asks of the files, before anybody is signed in. Each question is about one number that was typed
 * in full; whoever is not on the register any more is nobody.
 */
@Component
class VeteransDoor implements Veterans {

    private static final String FIND = """
            select id, phone_sealed from person.person where citizen_index = any(:indexes) and status = 'ACTIVE'
            """;

    private static final String NAME = "select name from person.person where id = :person and status = 'ACTIVE'";

    private static final String RESPONSIBLE = """
            select l.code_now
            from person.person p
            join person.place l on l.person_id = p.id and l.valid_to is null and l.responsible
            where p.citizen_index = any(:indexes)
            """;

    private static final String RESPONSIBLE_OF = """
            select code_now from person.place where person_id = :person and valid_to is null and responsible
            """;

    /** Who answers where no station is known, or it has no phone written down: 政务服务便民热线. */
    private static final String ANY_STATION = "户籍地的退役军人服务站";

    private static final String HOTLINE = "12345";

    /** Opened in place of the phone of somebody there is not. */
    private static final UUID NOBODY = Ids.next();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final BlindIndexes blind;
    private final Notices notices;
    private final UnitDirectory units;
    private final Desks desks;
    private final byte[] nothing;

    VeteransDoor(@Qualifier("job") JdbcClient jdbc, Vault vault, Notices notices, UnitDirectory units, Desks desks) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.blind = new BlindIndexes(vault, jdbc);
        this.notices = notices;
        this.units = units;
        this.desks = desks;
        this.nothing = vault.seal(People.PHONE, NOBODY, "10000000000");
    }

    private record Kept(UUID id, byte @Nullable [] phone) {}

    @Override
    public boolean isSmsOn() {
        return notices.isSmsOn();
    }

    @Override
    public Optional<UUID> find(String citizenNumber, String phone) {
        var found = jdbc.sql(FIND)
                .param("indexes", indexes(citizenNumber))
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), row.getBytes("phone_sealed")))
                .optional()
                .filter(kept -> kept.phone() != null);
        var id = found.map(Kept::id).orElse(NOBODY);
        var sealed = found.map(Kept::phone).orElse(nothing);
        boolean same = MessageDigest.isEqual(bytes(vault.open(People.PHONE, id, sealed)), bytes(phone));
        return same && found.isPresent() ? Optional.of(id) : Optional.empty();
    }

    @Override
    public void send(UUID key, String citizenNumber, String phone, String code, Duration life) {
        var place = jdbc.sql(RESPONSIBLE)
                .param("indexes", indexes(citizenNumber))
                .query(Long.class)
                .optional()
                .orElseGet(() -> Long.parseLong(citizenNumber.substring(0, 6)) * 1_000_000);
        var station = station(new DivisionCode(place));
        var fields = Map.of(
                "code",
                code,
                "minutes",
                Long.toString(life.toMinutes()),
                "station",
                station.name(),
                "stationPhone",
                station.phone());
        notices.sendCode("code.sign-in", key, phone, fields, life);
    }

    @Override
    public String station(UUID person) {
        var station = jdbc.sql(RESPONSIBLE_OF)
                .param("person", person)
                .query(Long.class)
                .optional()
                .map(code -> station(new DivisionCode(code)))
                .orElseGet(() -> new Station(ANY_STATION, HOTLINE));
        return station.name() + "（电话 " + station.phone() + "）";
    }

    /** Who serves a place, and where he is called. */
    private record Station(String name, String phone) {}

    private Station station(DivisionCode place) {
        var asked = units.responsibleFor(place).orElse(NOBODY);
        var workplace = units.findWorkplaces(List.of(asked)).get(asked);
        return new Station(
                workplace == null ? ANY_STATION : workplace.name(),
                desks.phone(asked).filter(number -> !number.isBlank()).orElse(HOTLINE));
    }

    @Override
    public Optional<String> findName(UUID person) {
        return jdbc.sql(NAME).param("person", person).query(String.class).optional();
    }

    private String[] indexes(String citizenNumber) {
        return blind.lookups(People.CITIZEN_INDEX, citizenNumber);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
