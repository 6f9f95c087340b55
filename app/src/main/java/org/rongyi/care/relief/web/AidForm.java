package org.rongyi.care.relief.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidRequest;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 帮扶援助申请表, as it was typed; what an earlier one said stands there already. */
public record AidForm(MultiValueMap<String, String> fields) {

    private static final int LONGEST = 500;
    private static final int LONGEST_AGENT = 100;
    private static final int MOST_MEMBERS = 30;

    /** How the form begins: everything of the one that is mended, or of an earlier one what does not change with the cause. */
    static AidForm of(@Nullable AidRequest mended, @Nullable AidRequest earlier, int members, String words) {
        var fields = new LinkedMultiValueMap<String, String>();
        var home = mended != null && mended.household() != null
                ? mended.household()
                : earlier == null ? null : earlier.household();
        fields.add("members", Integer.toString(home == null ? Math.max(1, members) : home.members()));
        if (home != null) {
            fields.add("income", new Money(home.incomeFen()).plain());
            fields.add("exempt", new Money(home.exemptFen()).plain());
        }
        if (mended == null) {
            fields.add("words", words);
            return new AidForm(fields);
        }
        fields.add("situation", mended.situation().name());
        fields.add("occurredOn", mended.occurredOn().toString());
        fields.add("words", mended.words());
        fields.add("diagnosis", mended.diagnosis());
        fields.add("repeat", mended.repeat());
        if (mended.household() != null) {
            fields.add("spent", new Money(mended.household().spentFen()).plain());
            fields.add("covered", new Money(mended.household().coveredFen()).plain());
        }
        mended.wished().forEach(mode -> fields.add("wished", mode.name()));
        mended.materials().forEach(material -> fields.add("material", material));
        return new AidForm(fields);
    }

    /** The same with one field more; nothing for none. */
    AidForm with(String field, @Nullable UUID value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedMultiValueMap<>(fields);
        more.set(field, value.toString());
        return new AidForm(more);
    }

    public String value(String field) {
        var typed = fields.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** @param known the account of an earlier application: left empty, it stays */
    Optional<AidRequest> request(AidRequest.@Nullable Account known, FieldErrors errors) {
        var situation = Arrays.stream(Situation.values())
                .filter(one -> one.name().equals(value("situation")))
                .findFirst();
        errors.require(situation.isPresent(), "situation", "请选择是哪一种情形");
        var occurred = day(value("occurredOn"));
        errors.require(occurred.isPresent(), "occurredOn", "请填写哪天发生的，或从哪天开始");
        errors.require(!value("words").isEmpty() && value("words").length() <= LONGEST, "words", "请写明有什么困难，不超过 500 字");
        errors.require(value("diagnosis").length() <= LONGEST, "diagnosis", "请在 500 字以内写明");
        errors.require(value("repeat").length() <= LONGEST, "repeat", "请在 500 字以内写明");
        var household = household(errors);
        var account = account(known, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AidRequest(
                situation.orElseThrow(),
                occurred.orElseThrow(),
                value("words"),
                value("diagnosis"),
                household.orElse(null),
                value("repeat"),
                modes(values("wished")),
                Set.copyOf(values("material")),
                account));
    }

    private Optional<Household> household(FieldErrors errors) {
        var members = value("members").matches("\\d{1,2}") ? Integer.parseInt(value("members")) : 0;
        errors.require(members >= 1 && members <= MOST_MEMBERS, "members", "请填写家里一起生活的有几口人，连本人在内");
        var income = yuan("income", false, errors);
        var exempt = yuan("exempt", true, errors);
        var spent = yuan("spent", false, errors);
        var covered = yuan("covered", true, errors);
        errors.require(exempt <= income, "exempt", "抚恤、补助、优待是收入里的一部分，不会比全部收入多");
        errors.require(covered <= spent, "covered", "报销和已得帮助是支出里的一部分，不会比全部支出多");
        return errors.isEmpty()
                ? Optional.of(new Household(members, income, exempt, spent, covered))
                : Optional.empty();
    }

    private long yuan(String field, boolean mayBeEmpty, FieldErrors errors) {
        if (mayBeEmpty && value(field).isEmpty()) {
            return 0;
        }
        var amount = Money.parse(value(field)).map(Money::fen);
        errors.require(amount.isPresent(), field, "请填写金额，只写数字，单位是元；没有就写 0");
        return amount.orElse(0L);
    }

    private AidRequest.@Nullable Account account(AidRequest.@Nullable Account known, FieldErrors errors) {
        var number = value("account").replaceAll("[\\s-]", "");
        if (number.isEmpty() && value("bank").isEmpty()) {
            return known;
        }
        errors.require(number.matches("\\d{8,30}"), "account", "请填写完整的卡号或存折号，只有数字");
        errors.require(!value("bank").isEmpty() && value("bank").length() <= LONGEST_AGENT, "bank", "请写明开户的银行");
        return new AidRequest.Account(value("bank"), number);
    }

    /** Why a post files it; checked only where one does. */
    String agentGround(FieldErrors errors) {
        var ground = value("agentGround");
        errors.require(!ground.isEmpty() && ground.length() <= LONGEST_AGENT, "agentGround", "请写明为什么代办，不超过 100 字");
        return ground;
    }

    static Set<Mode> modes(List<String> names) {
        return Arrays.stream(Mode.values())
                .filter(mode -> names.contains(mode.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mode.class)));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
