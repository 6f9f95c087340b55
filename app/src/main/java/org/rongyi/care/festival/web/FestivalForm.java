package org.rongyi.care.festival.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.Festival;
import org.rongyi.care.festival.FestivalTerms;
import org.rongyi.care.festival.OpenCampaign;
import org.rongyi.care.festival.rule.FestivalRule.Group;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.FieldErrors;

/** 拟定慰问, as it was typed: which groups, what each is given, when, out of which fund. */
public record FestivalForm(Map<String, List<String>> fields) {

    /** Every group ticked, with the money that is suggested for it. */
    static FestivalForm blank(FestivalTerms terms, LocalDate today, DivisionCode where) {
        var fields = new LinkedHashMap<String, List<String>>();
        var next = today.getMonthValue() >= 8 ? Festival.SPRING : Festival.ARMY_DAY;
        fields.put("festival", List.of(next.name()));
        if (next == Festival.ARMY_DAY) {
            fields.put("day", List.of(LocalDate.of(today.getYear(), 8, 1).toString()));
        }
        fields.put("way", List.of(Campaign.Way.TRANSFER.name()));
        fields.put("group", terms.grounds(today).stream().map(Enum::name).toList());
        for (var ground : terms.grounds(today)) {
            fields.put("money." + ground, List.of(new Money(terms.suggested(ground, today, where)).plain()));
        }
        return new FestivalForm(fields);
    }

    public String value(String field) {
        return fields.getOrDefault(field, List.of("")).getFirst();
    }

    public boolean has(Ground ground) {
        return fields.getOrDefault("group", List.of()).contains(ground.name());
    }

    Optional<OpenCampaign.Command> command(CommandId id, List<Ground> grounds, FieldErrors errors) {
        var festival = Arrays.stream(Festival.values())
                .filter(one -> one.name().equals(value("festival")))
                .findFirst();
        errors.require(festival.isPresent(), "festival", "请选择节日");
        var way = Arrays.stream(Campaign.Way.values())
                .filter(one -> one.name().equals(value("way")))
                .findFirst();
        errors.require(way.isPresent(), "way", "请选择慰问金怎么给");
        var day = day(errors);
        var fund = fund(errors);
        var groups = new ArrayList<Group>();
        for (var ground : grounds) {
            if (has(ground)) {
                group(ground, errors).ifPresent(groups::add);
            }
        }
        errors.require(!groups.isEmpty() || !errors.isEmpty(), "group", "请至少勾一类慰问对象");
        if (!errors.isEmpty() || day == null || fund == null) {
            return Optional.empty();
        }
        return Optional.of(new OpenCampaign.Command(id, festival.orElseThrow(), day, fund, way.orElseThrow(), groups));
    }

    private Optional<Group> group(Ground ground, FieldErrors errors) {
        var money = yuan("money." + ground, errors);
        var worth = yuan("worth." + ground, errors);
        var goods = value("goods." + ground).strip();
        errors.require(goods.length() <= 40, "goods." + ground, "慰问品请在 40 字以内写明");
        errors.require(
                goods.isEmpty() == (worth == 0), "worth." + ground, goods.isEmpty() ? "作了价的，请写明是什么" : "请写慰问品作价多少元");
        errors.require(money + worth > 0, "money." + ground, "慰问金和慰问品至少给一样；不给的请去掉勾");
        boolean fits = goods.isEmpty() == (worth == 0) && money + worth > 0;
        return fits ? Optional.of(new Group(ground, money, goods, worth)) : Optional.empty();
    }

    private long yuan(String field, FieldErrors errors) {
        var typed = value(field).strip();
        if (typed.isEmpty()) {
            return 0;
        }
        var money = Money.parse(typed);
        errors.require(money.isPresent() && money.get().fen() >= 0, field, "请填金额，单位是元");
        return money.map(Money::fen).filter(fen -> fen > 0).orElse(0L);
    }

    private @Nullable LocalDate day(FieldErrors errors) {
        try {
            return LocalDate.parse(value("day"));
        } catch (DateTimeException e) {
            errors.add("day", "请选择节日是哪天");
            return null;
        }
    }

    private @Nullable UUID fund(FieldErrors errors) {
        try {
            return UUID.fromString(value("fund"));
        } catch (IllegalArgumentException e) {
            errors.add("fund", "请选择由哪项资金出");
            return null;
        }
    }
}
