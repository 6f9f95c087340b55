package org.rongyi.care.festival;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.handout.OnTheSpot;
import org.rongyi.care.fund.payment.FreedGrants;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.Result;
import org.rongyi.care.visit.VisitContent;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * 随访送慰问: what was approved is handed over in the visit and counts with it. A visit that is withdrawn says that nothing was handed
 * over: the books take it back, where it was counted, and it waits again: where he is answered for by now. It is free again when the
 * greeting has ended.
 */
@Component
class FestivalHandOver implements HandOver {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Funds funds;
    private final Campaigns campaigns;
    private final Lines lines;
    private final OnTheSpot spot;
    private final FreedGrants freed;
    private final LineTakenBack back;
    private final Figures figures;

    FestivalHandOver(
            Funds funds,
            Campaigns campaigns,
            Lines lines,
            OnTheSpot spot,
            FreedGrants freed,
            LineTakenBack back,
            Figures figures) {
        this.funds = funds;
        this.campaigns = campaigns;
        this.lines = lines;
        this.spot = spot;
        this.freed = freed;
        this.back = back;
        this.figures = figures;
    }

    @Override
    public List<Offer> offers(Collection<UUID> persons) {
        return lines.waiting(persons).stream()
                .map(line -> offer(line, campaign(line)))
                .toList();
    }

    private static Offer offer(Line line, Campaign campaign) {
        var gift = line.gift();
        boolean transfer = campaign.way() == Campaign.Way.TRANSFER && gift.fen() > 0;
        return new Offer(
                line.id(),
                line.person(),
                line.personName(),
                campaign.title(),
                transfer && !gift.goods().isEmpty() ? gift.goods() : gift.words(),
                transfer ? gift.money() + "由银行转账，不发现金" : "",
                campaign.festival().name(),
                campaign.day());
    }

    @Override
    public boolean knows(UUID offer) {
        return lines.find(offer).isPresent();
    }

    @Override
    public Optional<String> hand(Actor.Office by, Occasion occasion, List<Signed> signed) {
        var wanted = signed.stream().map(Signed::offer).toList();
        var facts = new ArrayList<Fact>();
        fundsFirst(wanted.stream().flatMap(id -> lines.find(id).stream()).toList());
        for (var line : lines.lock(wanted)) {
            var its = signed.stream()
                    .filter(one -> one.offer().equals(line.id()))
                    .findFirst()
                    .orElseThrow();
            var campaign = campaign(line);
            var objection = objection(line, campaign, occasion.content(), its)
                    .or(() -> enter(by, line, campaign, occasion, its));
            if (objection.isPresent()) {
                return objection;
            }
            lines.give(line.id(), occasion.visit(), occasion.content().happenedOn(), its, by);
            facts.addAll(facts(line, occasion.content().happenedOn()));
        }
        figures.count(facts);
        return Optional.empty();
    }

    /** 先钱后人, as whoever frees or recovers a grant takes them; several in one order. */
    private void fundsFirst(List<Line> wanted) {
        funds.hold(wanted.stream().map(line -> campaign(line).fund()).toList());
    }

    private static Optional<String> objection(Line line, Campaign campaign, VisitContent content, Signed signed) {
        var name = line.personName();
        var given = line.given();
        return switch (line.state()) {
            case GIVEN ->
                Optional.of(name + "的慰问 " + (given == null ? "" : Words.day(given.on()) + "已由" + given.byName() + "送到，")
                        + "不能再发；这次只登记走访的，请去掉勾");
            case LISTED -> Optional.of(campaign.title() + "的名单还没有批准，不能发");
            case STRUCK, FALLEN -> Optional.of(name + "已从名单上去掉，不能发");
            case NOT_GIVEN ->
                Optional.of(
                        campaign.state() == Campaign.State.CLOSED
                                ? campaign.title() + "已经结束，不能再发"
                                : name + "的慰问县局已决定不再发");
            case APPROVED -> notSeen(line, campaign, content, signed);
        };
    }

    /** Somebody of the house must have been met, and whoever signs is who he says. */
    private static Optional<String> notSeen(Line line, Campaign campaign, VisitContent content, Signed signed) {
        var name = line.personName();
        if (!content.mode().equals("HOME") && !content.mode().equals("STATION")) {
            return Optional.of("电话、视频里不能当面发，请改为上门或来站，或去掉勾");
        }
        var approval = campaign.approval();
        if (approval == null
                || content.happenedOn()
                        .isBefore(approval.at().atZoneSameInstant(ZONE).toLocalDate())) {
            return Optional.of("走访日期早于名单批准的日期，不能算这天发的");
        }
        return denied(content.results().get(line.person()), signed.as() == As.FAMILY, name)
                .or(() -> signed.as() == As.SELF && !signed.by().equals(name)
                        ? Optional.of("签收人不是" + name + "本人，请选“家属代收”")
                        : Optional.empty());
    }

    /** Why the result does not go with something handed over. */
    private static Optional<String> denied(@Nullable Result result, boolean byFamily, String name) {
        return switch (result) {
            case null -> Optional.of("发给" + name + "的，请在“见到了谁”里勾上" + name);
            case MET -> Optional.empty();
            case NOT_IN, AWAY -> byFamily ? Optional.empty() : Optional.of("没有见到" + name + "，要由家属代收；没有发的，请去掉勾");
            case REFUSED, DECEASED, MOVED_OUT -> Optional.of(name + result.zh() + "，不能发，请去掉勾");
        };
    }

    private Optional<String> enter(Actor.Office by, Line line, Campaign campaign, Occasion occasion, Signed signed) {
        for (var grant : onTheSpot(line, campaign)) {
            var why = switch (spot.hand(by, grant, occasion.content().happenedOn(), signed.by())) {
                case OnTheSpot.Done() -> "";
                case OnTheSpot.NotWaiting(var state) -> line.personName() + "的慰问在资金里已是“" + state.zh() + "”，不能再发，请问县局";
                case OnTheSpot.OwnDecision() -> "您批准的名单，要请别人经手发放";
                case OnTheSpot.WrongDay() -> "走访日期早于名单批准的日期，不能算这天发的";
                case OnTheSpot.NotEnough(var free) -> "资金的银行存款除去在途的只有 " + free.text() + " 元，现金发不出，请问县局";
            };
            if (!why.isEmpty()) {
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    /** What goes from hand to hand; the rest goes through the bank. */
    private static List<UUID> onTheSpot(Line line, Campaign campaign) {
        var grants = new ArrayList<>(line.grants());
        if (campaign.way() == Campaign.Way.TRANSFER) {
            grants.remove(line.moneyGrant());
        }
        return grants;
    }

    @Override
    public List<Given> of(UUID visit) {
        return lines.ofVisit(visit).stream()
                .map(line -> new Given(
                        line.id(),
                        campaign(line).title(),
                        line.gift().words(),
                        line.personName() + " · "
                                + (line.given() == null ? "" : line.given().words()),
                        "/festivals/lines/" + line.id()))
                .toList();
    }

    @Override
    public Optional<String> correct(UUID visit, VisitContent content) {
        for (var line : lines.ofVisit(visit)) {
            var given = line.given();
            if (given == null) {
                continue;
            }
            boolean same = given.on().equals(content.happenedOn())
                    && (content.mode().equals("HOME") || content.mode().equals("STATION"))
                    && denied(content.results().get(line.person()), given.as() == As.FAMILY, line.personName())
                            .isEmpty();
            if (!same) {
                return Optional.of("这次走访给" + line.personName() + "发了"
                        + line.gift().words() + "，已经签收记账：日期、方式和见没见到他不能改。记错了的，请撤回这条记录再重新登记");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> withdraw(Actor.Office by, UUID visit, String reason) {
        var facts = new ArrayList<Fact>();
        fundsFirst(lines.ofVisit(visit));
        for (var line : lines.lockOfVisit(visit)) {
            var given = line.given();
            var campaign = campaign(line);
            if (given == null) {
                throw new IllegalStateException("a line of a visit was handed over in it");
            }
            var why = "走访记录撤回：" + reason;
            for (var grant : onTheSpot(line, campaign)) {
                var objection = spot.takeBack(by, grant, why);
                if (objection.isPresent()) {
                    return objection;
                }
            }
            facts(line, given.on()).forEach(fact -> facts.add(fact.withdrawn()));
            if (campaign.state() == Campaign.State.CLOSED) {
                lines.takeBack(line.id(), Line.State.NOT_GIVEN, why);
                freed.free(by, campaign.fund(), onTheSpot(line, campaign), why);
            } else {
                lines.takeBack(line.id(), Line.State.APPROVED, null);
                lines.follow(line.id());
            }
        }
        figures.count(facts);
        return Optional.empty();
    }

    /** The greeting, and what it is worth: the money that goes through the bank is given with it. */
    private List<Fact> facts(Line line, LocalDate on) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(FestivalKinds.FESTIVAL, line.code(), on, line.id(), line.person()));
        long fen = back.worth(line.id());
        if (fen != 0) {
            facts.add(Fact.money(FestivalKinds.MONEY, line.code(), on, line.id(), fen));
        }
        return facts;
    }

    private Campaign campaign(Line line) {
        return campaigns.find(line.campaign()).orElseThrow();
    }
}
