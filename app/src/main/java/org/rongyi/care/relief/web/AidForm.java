package org.rongyi.care.relief.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** 帮扶援助申请表, read; what an earlier one said stands there already. */
final class AidForm {

    private static final int LONGEST = 500;

    private AidForm() {}

    /** How the form begins: everything of the one that is mended, or of an earlier one what does not change with the cause. */
    static Typed of(@Nullable AidRequest mended, @Nullable AidRequest earlier, int members, String words) {
        var fields = new LinkedMultiValueMap<String, String>();
        if (mended == null) {
            fields.add("words", words);
            return HouseholdFields.begin(
                    new Typed(fields), earlier == null ? null : earlier.household(), null, members);
        }
        fields.add("situation", mended.situation().name());
        fields.add("occurredOn", mended.occurredOn().toString());
        fields.add("words", mended.words());
        fields.add("diagnosis", mended.diagnosis());
        fields.add("repeat", mended.repeat());
        mended.wished().forEach(mode -> fields.add("wished", mode.name()));
        mended.materials().forEach(material -> fields.add("material", material));
        return HouseholdFields.begin(new Typed(fields), mended.household(), mended.household(), members);
    }

    /** @param known the account of an earlier application: left empty, it stays */
    static Optional<AidRequest> request(Typed form, AidRequest.@Nullable Account known, FieldErrors errors) {
        var situation = Arrays.stream(Situation.values())
                .filter(one -> one.name().equals(form.value("situation")))
                .findFirst();
        errors.require(situation.isPresent(), "situation", "请选择是哪一种情形");
        var occurred = form.day("occurredOn");
        errors.require(occurred.isPresent(), "occurredOn", "请填写哪天发生的，或从哪天开始");
        var words = form.value("words");
        errors.require(!words.isEmpty() && words.length() <= LONGEST, "words", "请写明有什么困难，不超过 500 字");
        errors.require(form.value("diagnosis").length() <= LONGEST, "diagnosis", "请在 500 字以内写明");
        errors.require(form.value("repeat").length() <= LONGEST, "repeat", "请在 500 字以内写明");
        var household = HouseholdFields.read(form, errors);
        var account = HouseholdFields.account(form, known, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AidRequest(
                situation.orElseThrow(),
                occurred.orElseThrow(),
                words,
                form.value("diagnosis"),
                household.orElse(null),
                form.value("repeat"),
                modes(form.values("wished")),
                Set.copyOf(form.values("material")),
                account));
    }

    static Set<Mode> modes(List<String> names) {
        return Arrays.stream(Mode.values())
                .filter(mode -> names.contains(mode.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mode.class)));
    }
}
