package org.rongyi.care.relief.emergency.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest.Account;
import org.rongyi.care.relief.Aids;
import org.rongyi.care.relief.emergency.EmergencyHint;
import org.rongyi.care.relief.emergency.EmergencyRequest;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.care.relief.web.HouseholdFields;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.util.LinkedMultiValueMap;

/** 应急救助申请表, read; what a case of 困难帮扶援助 says of the same cause stands there already. */
final class EmergencyForm {

    private static final int LONGEST = 500;

    private EmergencyForm() {}

    static Typed mended(EmergencyRequest request) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("kind", request.kind().name());
        fields.add("occurredOn", request.occurredOn().toString());
        fields.add("words", request.words());
        fields.add("diagnosis", request.diagnosis());
        fields.add("otherAid", request.otherAid().name());
        request.materials().forEach(material -> fields.add("material", material));
        var home = request.household();
        return HouseholdFields.begin(new Typed(fields), home, home, home.members());
    }

    /** The same cause, as hardship aid was asked for; an illness is shown to nobody but himself. */
    static Typed from(Aids.Kept aid, boolean byAnother) {
        var request = aid.request();
        var home = request.household();
        var form = Typed.empty()
                .with("aid", aid.id())
                .with("occurredOn", request.occurredOn())
                .with("words", request.words())
                .with("diagnosis", byAnother ? null : request.diagnosis())
                .with("kind", EmergencyHint.kind(aid).map(Kind::name).orElse(null));
        return HouseholdFields.begin(form, home, home, 1);
    }

    /** @param known the account of an earlier application: left empty, it stays */
    static Optional<EmergencyRequest> request(Typed form, @Nullable Account known, FieldErrors errors) {
        var kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(form.value("kind")))
                .findFirst();
        errors.require(kind.isPresent(), "kind", "请选择是哪一类");
        var occurred = form.day("occurredOn");
        errors.require(occurred.isPresent(), "occurredOn", "请填写哪天发生的");
        var words = form.value("words");
        errors.require(!words.isEmpty() && words.length() <= LONGEST, "words", "请写明发生了什么、有什么困难，不超过 500 字");
        errors.require(form.value("diagnosis").length() <= LONGEST, "diagnosis", "请在 500 字以内写明");
        var other = Arrays.stream(Known.values())
                .filter(one -> one.name().equals(form.value("otherAid")))
                .findFirst();
        errors.require(other.isPresent(), "otherAid", "请选择办过没有");
        var household = HouseholdFields.read(form, errors);
        var account = HouseholdFields.account(form, known, errors);
        if (!errors.isEmpty() || household.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EmergencyRequest(
                kind.orElseThrow(),
                occurred.orElseThrow(),
                words,
                form.value("diagnosis"),
                other.orElseThrow(),
                household.get(),
                Set.copyOf(form.values("material")),
                account));
    }
}
