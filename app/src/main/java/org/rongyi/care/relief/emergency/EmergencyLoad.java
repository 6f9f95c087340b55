package org.rongyi.care.relief.emergency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.relief.Sealing;
import org.rongyi.care.relief.emergency.rule.EmergencyRule;
import org.rongyi.care.relief.emergency.rule.Facts;
import org.rongyi.care.relief.rule.Facts.Check;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** 应急救助 in bulk, for a demo: as asked for, visited, decided and paid by the province. */
public final class EmergencyLoad {

    public static final List<String> TABLES = List.of("relief.emergency");

    /** What is sealed, for whoever must read all of it again. */
    public static final List<SealedField> SEALED =
            List.of(Emergencies.WORDS, Emergencies.ECONOMY, Emergencies.ACCOUNT, Emergencies.FOUND, Emergencies.BASIS);

    private final Sealing sealing;
    private final EmergencyTerms terms;
    private final CopyStream.Target rows;

    public EmergencyLoad(CopyStream stream, Vault vault, EmergencyTerms terms) {
        this.sealing = new Sealing(vault);
        this.terms = terms;
        this.rows = stream.into(
                "relief.emergency",
                "id, person_id, person_name, code_then, code_now, applied_on, object, kind, occurred_on, other_aid,"
                        + " materials, words_sealed, economy_sealed, account_sealed, check_on, check_visitors, registered,"
                        + " found_sealed, decided_on, granted_fen, basis_sealed, paid_on, fund_id, version");
    }

    /** Whose it is; which of the categories the fund is for, in words. */
    public record Applicant(UUID person, String name, DivisionCode code, String object) {}

    /** Who visited, and what they found. */
    public record Home(Check check, String found) {}

    /** Decided by the county, paid by the province. */
    public record Granted(LocalDate on, long fen, String deviation, LocalDate paidOn, UUID fund) {}

    public void paid(
            UUID id, Applicant whose, LocalDate appliedOn, EmergencyRequest request, Home home, Granted granted) {
        var facts = new Facts(
                appliedOn,
                Known.YES,
                whose.object(),
                request.kind(),
                request.occurredOn(),
                request.otherAid(),
                request.household(),
                List.of(),
                null,
                home.check());
        var rules = terms.on(appliedOn);
        var basis = new Basis(facts, rules, EmergencyRule.evaluate(facts, rules), granted.fen(), granted.deviation());
        rows.row(
                id,
                whose.person(),
                whose.name(),
                whose.code(),
                whose.code(),
                appliedOn,
                whose.object(),
                request.kind(),
                request.occurredOn(),
                request.otherAid(),
                array(request.materials().stream().sorted().toList()),
                sealing.words(Emergencies.WORDS, id, request.words()),
                sealing.value(Emergencies.ECONOMY, id, request.household()),
                sealing.value(Emergencies.ACCOUNT, id, request.account()),
                home.check().on(),
                array(home.check().visitors()),
                Known.YES,
                sealing.words(Emergencies.FOUND, id, home.found()),
                granted.on(),
                granted.fen(),
                sealing.value(Emergencies.BASIS, id, basis),
                granted.paidOn(),
                granted.fund(),
                4);
    }

    private static String array(Collection<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "{", "}"));
    }
}
