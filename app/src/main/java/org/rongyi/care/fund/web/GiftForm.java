package org.rongyi.care.fund.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Gift;
import org.rongyi.care.fund.ReceiveGift;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 登记捐赠, as it was typed. */
public record GiftForm(
        @Nullable String donor,
        @Nullable String name,
        @Nullable String namePublic,
        @Nullable String phone,
        @Nullable String creditCode,
        @Nullable String receipt,
        @Nullable String goods,
        @Nullable String amount,
        @Nullable String wish,
        @Nullable String receivedOn,
        @Nullable String purpose,
        @Nullable String place,
        @Nullable String until,
        @Nullable String plan) {

    private static final int LONGEST = 200;

    static GiftForm blank(LocalDate today) {
        return new GiftForm(Gift.Donor.PERSON.name(), "", "", "", "", "", "", "", "", today.toString(), "", "", "", "");
    }

    Optional<ReceiveGift.Command> command(CommandId id, UUID fund, DivisionNames names, FieldErrors errors) {
        var kind = Typed.one(Gift.Donor.class, donor, "donor", "请选择捐赠人是谁", errors);
        boolean anonymous = kind.filter(Gift.Donor.ANONYMOUS::equals).isPresent();
        errors.require(anonymous || !Typed.text(name).isEmpty(), "name", "请填写姓名或名称；不愿留名的选匿名");
        var code = CreditCode.canonical(Typed.text(creditCode));
        errors.require(code.isEmpty() || CreditCode.isValid(code), "creditCode", "统一社会信用代码 18 位，请逐位核对");
        errors.requireText(receipt, "receipt", "请填写慈善组织开出的票据号");
        errors.requireText(wish, "wish", "请写明捐赠人约定的用途，没有约定的写“由基金统筹使用”");
        errors.require(
                Typed.text(wish).length() <= LONGEST && Typed.text(goods).length() <= LONGEST, "wish", "不超过 200 个字");
        var money = Typed.amount(amount, "amount", errors);
        var day = Typed.day(receivedOn, "receivedOn", "请选择收到日期", errors);
        var campaign = plan(errors);
        var terms = LotTerms.of(purpose, place, until, names, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var giver = new ReceiveGift.Giver(
                kind.orElseThrow(),
                anonymous ? null : Typed.text(name),
                !anonymous && "on".equals(namePublic),
                Typed.orNone(phone),
                code.isEmpty() ? null : code);
        return Optional.of(new ReceiveGift.Command(
                id,
                fund,
                giver,
                Typed.text(receipt),
                Typed.orNone(goods),
                money.orElseThrow(),
                Typed.text(wish),
                terms,
                day.orElseThrow(),
                campaign));
    }

    private @Nullable UUID plan(FieldErrors errors) {
        try {
            return Typed.text(plan).isEmpty() ? null : UUID.fromString(Typed.text(plan));
        } catch (IllegalArgumentException e) {
            errors.add("plan", "请从列出的募捐方案里选");
            return null;
        }
    }
}
