package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Facts;
import org.rongyi.care.relief.rule.HardshipRule;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.care.relief.rule.Terms;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** 困难帮扶援助 in bulk, for a demo: as asked for, checked and decided, with what the rule said of it then. */
public final class AidLoad {

    public static final List<String> TABLES = List.of("relief.aid");

    /** What is sealed, for whoever must read all of it again. */
    public static final List<SealedField> SEALED =
            List.of(Aids.WORDS, Aids.ECONOMY, Aids.ACCOUNT, Aids.FOUND, Aids.BASIS);

    private final Sealing sealing;
    private final ReliefTerms terms;
    private final CopyStream.Target aids;
    private final Map<Holding, Terms> holding = new HashMap<>();

    public AidLoad(CopyStream stream, Vault vault, ReliefTerms terms) {
        this.sealing = new Sealing(vault);
        this.terms = terms;
        this.aids = stream.into(
                "relief.aid",
                "id, person_id, person_name, code_then, code_now, applied_on, standing, situation, occurred_on, wished,"
                        + " materials, words_sealed, economy_sealed, account_sealed, check_on, check_visitors, registered,"
                        + " found_sealed, decided_on, granted_modes, granted_fen, payer, basis_sealed, version");
    }

    private record Holding(LocalDate on, DivisionCode city) {}

    /** Whose it is. */
    public record Applicant(UUID person, String name, DivisionCode code, Standing standing) {}

    /** 入户核查; none where it is not made yet. */
    public record Home(LocalDate on, List<String> visitors, String found) {}

    /** @param grant none where it was refused */
    public record Decision(LocalDate on, @Nullable Grant grant) {}

    /** What stands in its place today; open ones have no decision. */
    public void aid(
            UUID id,
            Applicant whose,
            LocalDate appliedOn,
            AidRequest request,
            @Nullable Home home,
            @Nullable Decision decision) {
        var grant = decision == null ? null : decision.grant();
        aids.row(
                id,
                whose.person(),
                whose.name(),
                whose.code(),
                whose.code(),
                appliedOn,
                whose.standing(),
                request.situation(),
                request.occurredOn(),
                array(request.wished().stream().sorted().toList()),
                array(request.materials().stream().sorted().toList()),
                sealing.value(Aids.WORDS, id, new Aids.Words(request.words(), request.repeat())),
                sealing.value(Aids.ECONOMY, id, request.household()),
                sealing.value(Aids.ACCOUNT, id, request.account()),
                home == null ? null : home.on(),
                home == null ? null : array(home.visitors()),
                home == null ? null : Facts.Known.YES,
                home == null ? null : sealing.words(Aids.FOUND, id, home.found()),
                decision == null ? null : decision.on(),
                grant == null
                        ? null
                        : array(grant.modes().stream().sorted().map(Mode::name).toList()),
                grant == null ? null : grant.amountFen(),
                grant == null ? null : grant.payer(),
                decision == null ? null : basis(id, whose, appliedOn, request, home, grant),
                1 + (home == null ? 0 : 1) + (decision == null ? 0 : 1));
    }

    private byte @Nullable [] basis(
            UUID id, Applicant whose, LocalDate on, AidRequest request, @Nullable Home home, @Nullable Grant grant) {
        var facts = new Facts(
                on,
                Facts.Known.YES,
                whose.standing(),
                request.situation(),
                request.occurredOn(),
                request.household(),
                List.of(),
                List.of(),
                Facts.Repeat.NONE,
                home == null ? null : new Facts.Check(home.on(), home.visitors()));
        var rules =
                holding.computeIfAbsent(new Holding(on, whose.code().at(Level.CITY)), at -> terms.on(on, whose.code()));
        var basis = new Basis(facts, rules, HardshipRule.evaluate(facts, rules), grant);
        return sealing.value(Aids.BASIS, id, basis);
    }

    private static String array(Collection<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "{", "}"));
    }
}
