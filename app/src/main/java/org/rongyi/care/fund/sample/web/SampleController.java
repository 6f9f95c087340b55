package org.rongyi.care.fund.sample.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.care.fund.sample.DrawSample;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 抽样回访 of a fund: drawn, and what came of it; the same for everybody outside, without anybody's name. */
@Controller
class SampleController {

    private final Acts acts;
    private final DrawSample draw;
    private final SampleDesk desk;
    private final Divisions divisions;

    SampleController(Acts acts, DrawSample draw, SampleDesk desk, Divisions divisions) {
        this.acts = acts;
        this.draw = draw;
        this.desk = desk;
        this.divisions = divisions;
    }

    @GetMapping("/funds/{fund}/samples")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(Actor.Office actor, @PathVariable UUID fund) {
        return desk.list(actor, fund, "", "", "", FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/samples")
    @Allow(act = DrawSample.class)
    ResponseEntity<Page> draw(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String strata) {
        var errors = FieldErrors.none();
        var from = Typed.day(first, "first", "请选择期间的第一天", errors);
        var to = Typed.day(last, "last", "请选择期间的最后一天", errors);
        var by = Typed.one(Samples.Strata.class, strata, "strata", "请选择按什么分层", errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(desk.list(actor, fund, first, last, strata, errors));
        }
        var command = new DrawSample.Command(id, fund, from.orElseThrow(), to.orElseThrow(), by.orElseThrow());
        return switch (acts.perform(actor, draw, command)) {
            case DrawSample.Outcome.Drawn(var sample, var size, var population) ->
                Answer.seeOther("/samples/" + sample, Flash.success("已从 " + population + " 笔里抽中 " + size + " 笔"));
            case DrawSample.Outcome.NotFound() -> Answer.notFound();
            case DrawSample.Outcome.WrongDay() ->
                Answer.invalid(desk.list(actor, fund, first, last, strata, FieldErrors.of("last", "最后一天不早于第一天，不晚于今天")));
            case DrawSample.Outcome.NothingPaid() ->
                Answer.invalid(desk.list(actor, fund, first, last, strata, FieldErrors.of("first", "这些天没有付讫的，没有可抽的")));
            case DrawSample.Outcome.NoStation(var place) ->
                Answer.invalid(desk.list(
                        actor,
                        fund,
                        first,
                        last,
                        strata,
                        FieldErrors.of("first", divisions.fullName(place) + "没有服务中心（站）可以去问，请先登记机构再抽")));
            case DrawSample.Outcome.StillWithBank(var many) ->
                Answer.invalid(desk.list(
                        actor,
                        fund,
                        first,
                        last,
                        strata,
                        FieldErrors.of("last", "到这一天拨出去的还有 " + many + " 笔银行没有答复，答复了再抽，不然它们抽不到")));
            case DrawSample.Outcome.DrawnBefore() ->
                Answer.invalid(desk.list(
                        actor, fund, first, last, strata, FieldErrors.of("first", "这段日子抽过了；一段日子只抽一次，抽到谁就是谁")));
        };
    }

    @GetMapping("/samples/{sample}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID sample, @RequestParam(defaultValue = "false") boolean again) {
        return desk.inside(actor, sample, again);
    }

    @GetMapping("/open-books/samples/{sample}")
    @Allow(everyone = true)
    Page open(Actor actor, @PathVariable UUID sample, @RequestParam(defaultValue = "false") boolean again) {
        return desk.outside(actor, sample, again);
    }

    /** The list it was drawn from: numbers that lead to nobody, for whoever draws again. */
    @GetMapping("/open-books/samples/{sample}/population.txt")
    @Allow(everyone = true)
    ResponseEntity<byte[]> population(Actor actor, @PathVariable UUID sample) {
        var text = desk.members(actor, sample).stream()
                .map(member -> member.grant() + "\t" + member.stratum())
                .collect(Collectors.joining("\n", "", "\n"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
