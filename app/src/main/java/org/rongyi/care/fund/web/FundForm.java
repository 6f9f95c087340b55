package org.rongyi.care.fund.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.OpenFund;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 设立资金, as it was typed. */
public record FundForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String document,
        @Nullable String openedOn,
        @Nullable String trustee,
        @Nullable String charity,
        @Nullable String creditCode,
        @Nullable String licence,
        @Nullable String plan,
        @Nullable String platform) {

    static final String ELSEWHERE = "这个网址不在民政部指定的互联网募捐平台上：网上募捐只能在下面列出的平台，请填慈善组织在那里的页面，以 https:// 开头；没有的不填";

    private static final int LONGEST = 60;

    static FundForm blank(LocalDate today) {
        return new FundForm("", FundKind.CARE.name(), "", today.toString(), "", "", "", "", "", "");
    }

    /** A field as it was typed; nothing typed is an empty text. */
    public static String text(@Nullable String value) {
        return Typed.text(value);
    }

    Optional<OpenFund.Command> command(CommandId id, GivingPlatforms platforms, LocalDate today, FieldErrors errors) {
        errors.requireText(name, "name", "请填写名称");
        errors.require(text(name).length() <= LONGEST, "name", "名称不超过 60 个字");
        errors.requireText(document, "document", "请写明依据的文件或协议");
        var day = Typed.day(openedOn, "openedOn", "请选择设立日期", errors);
        var found = Typed.one(FundKind.class, kind, "kind", "请选择类别", errors);
        var code = CreditCode.canonical(text(creditCode));
        if (found.filter(FundKind::takesGifts).isPresent()) {
            errors.requireText(charity, "charity", "收捐赠的资金，请写明依托的慈善组织；机关自己不是慈善组织");
            errors.require(CreditCode.isValid(code), "creditCode", "统一社会信用代码 18 位，请逐位核对");
        }
        errors.require(
                text(platform).isEmpty() || platforms.isDesignated(text(platform), today), "platform", ELSEWHERE);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var papers = text(charity).isEmpty()
                ? null
                : new Fund.Charity(
                        text(charity), code, Typed.orNone(licence), Typed.orNone(plan), Typed.orNone(platform));
        return Optional.of(new OpenFund.Command(
                id, text(name), found.orElseThrow(), text(document), Typed.orNone(trustee), papers, day.orElseThrow()));
    }
}
