package org.rongyi.care.festival;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.festival.rule.FestivalRule;
import org.rongyi.care.festival.rule.FestivalRule.Entitled;
import org.rongyi.care.fund.payment.KnownAccounts;
import org.rongyi.people.person.Category;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 政策找人: whom the rule puts on a list, from what the files, the contact list and earlier aid say. */
@Component
class Listing {

    /** Whoever is said to have died or moved waits until that is checked. */
    private static final String FACTS = """
            select p.id, p.name, c.code_now, p.categories, c.attention = 'KEY' as key,
                   exists (select from relief.aid a
                           where a.person_id = p.id and a.given_on > :since) as aided
            from visit.contact c
            join person.person p on p.id = c.person_id
            where c.active and c.held is null and %s
            order by c.code_now, c.lane, p.born_year, p.id
            """;

    private static final String WITHIN = "c.code_now >= :low and c.code_now < :high";

    private static final String ONE = "c.person_id = :person";

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Campaigns campaigns;
    private final KnownAccounts accounts;
    private final FestivalTerms terms;

    Listing(JdbcClient jdbc, Lines lines, Campaigns campaigns, KnownAccounts accounts, FestivalTerms terms) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.terms = terms;
    }

    /** Somebody on the contact list and what the rule looks at. */
    record Known(UUID person, String name, DivisionCode code, FestivalRule.Facts facts) {}

    /** How many came onto the list, and how many another bureau had listed. */
    record Listed(int persons, int passedOver) {}

    /** Lists everybody the rule names. */
    Listed list(Campaign campaign, LocalDate today) {
        var entries = jdbc
                .sql(FACTS.formatted(WITHIN))
                .param("low", campaign.place().value())
                .param("high", campaign.place().end())
                .param("since", since(today))
                .query((row, n) -> known(row))
                .list()
                .stream()
                .flatMap(one ->
                        FestivalRule.of(one.facts(), campaign.groups()).stream().map(entitled -> entry(one, entitled)))
                .toList();
        int put = entries.isEmpty() ? 0 : lines.add(campaign, entries, 1, null);
        campaigns.counted(campaign.id(), entries.size(), entries.size() - put);
        nameKnownAccounts(campaign);
        return new Listed(put, entries.size() - put);
    }

    /** Somebody the reader's place answers for, and whom it may greet. */
    Optional<Known> find(UUID person, LocalDate today) {
        return jdbc.sql(FACTS.formatted(ONE))
                .param("person", person)
                .param("since", since(today))
                .query((row, n) -> known(row))
                .optional();
    }

    static Lines.Entry entry(Known one, Entitled entitled) {
        return new Lines.Entry(one.person(), one.name(), one.code(), entitled);
    }

    /** Where money was promised to them before is where it goes now. */
    void nameKnownAccounts(Campaign campaign) {
        if (campaign.way() != Campaign.Way.TRANSFER) {
            return;
        }
        var without = lines.lock(campaign.id(), Line.State.LISTED).stream()
                .filter(line -> line.account() == null && line.gift().fen() > 0)
                .toList();
        var known = accounts.of(without.stream().map(Line::person).toList());
        var named = new ArrayList<Lines.Named>();
        for (var line : without) {
            var account = known.get(line.person());
            if (account != null) {
                var open = new Lines.OpenAccount(account.payee(), account.bank(), account.number());
                named.add(new Lines.Named(line.id(), open));
            }
        }
        if (!named.isEmpty()) {
            lines.nameAccounts(named);
        }
    }

    private LocalDate since(LocalDate today) {
        return today.minusMonths(terms.aidMonths(today));
    }

    private static Known known(ResultSet row) throws SQLException {
        Set<Category> categories = Arrays.stream(
                        (String[]) row.getArray("categories").getArray())
                .map(Category::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new DivisionCode(row.getLong("code_now")),
                new FestivalRule.Facts(categories, row.getBoolean("key"), row.getBoolean("aided")));
    }
}
