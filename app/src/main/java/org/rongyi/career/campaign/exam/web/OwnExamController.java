package org.rongyi.career.campaign.exam.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.exam.ExamEntries;
import org.rongyi.career.campaign.exam.Exams;
import org.rongyi.career.campaign.exam.RegisterForExam;
import org.rongyi.career.campaign.exam.SeatDraw;
import org.rongyi.career.campaign.exam.Sitting;
import org.rongyi.career.campaign.exam.mark.AskForReview;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的考试: he registers, prints his ticket, sees his points and asks for a review; and the seats, for everybody to draw again. */
@Controller
class OwnExamController {

    private static final int MOST = 20;

    private final Acts acts;
    private final RegisterForExam register;
    private final AskForReview ask;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Exams exams;
    private final ExamEntries entries;
    private final ExamPerson person;
    private final Transactions transactions;

    OwnExamController(
            Acts acts,
            RegisterForExam register,
            AskForReview ask,
            PlacementCampaigns campaigns,
            Candidates candidates,
            Exams exams,
            ExamEntries entries,
            ExamPerson person,
            Transactions transactions) {
        this.acts = acts;
        this.register = register;
        this.ask = ask;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.exams = exams;
        this.entries = entries;
        this.person = person;
        this.transactions = transactions;
    }

    @GetMapping("/me/campaigns/{campaign}/exam")
    @Allow(self = true)
    Page show(Actor.Self actor, @PathVariable UUID campaign) {
        return page(actor, campaign, Typed.empty(), FieldErrors.none(), "");
    }

    @GetMapping("/me/campaigns/{campaign}/exam/ticket")
    @Allow(self = true)
    Page ticket(Actor.Self actor, @PathVariable UUID campaign) {
        return transactions.read(actor, () -> person.ticket(actor, whom(actor, campaign)));
    }

    @PostMapping("/me/campaigns/{campaign}/exam/registration")
    @Allow(act = RegisterForExam.class)
    ResponseEntity<Page> register(Actor.Self actor, CommandId id, @PathVariable UUID campaign) {
        var whom = transactions.read(actor, () -> whom(actor, campaign));
        return switch (acts.perform(actor, register, new RegisterForExam.Command(id, whom.id()))) {
            case RegisterForExam.Outcome.Registered(var ignored, var ticket) ->
                done(campaign, "已报名，准考证号 " + ticket + "。座位抽定以后，这里可以打印准考证。");
            case RegisterForExam.Outcome.NotFound() -> Answer.notFound();
            case RegisterForExam.Outcome refused ->
                Answer.invalid(page(actor, campaign, Typed.empty(), FieldErrors.none(), ExamPerson.refused(refused)));
        };
    }

    @PostMapping("/me/campaigns/{campaign}/exam/reviews")
    @Allow(act = AskForReview.class)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var whom = transactions.read(actor, () -> whom(actor, campaign));
        var command = new AskForReview.Command(id, whom.id(), ExamPerson.subject(typed), typed.value("reason"));
        return switch (acts.perform(actor, ask, command)) {
            case AskForReview.Outcome.Asked ignored -> done(campaign, "已申请复核，答复以后这里能看到。");
            case AskForReview.Outcome.NotFound() -> Answer.notFound();
            case AskForReview.Outcome refused ->
                Answer.invalid(page(actor, campaign, typed, ExamPerson.refused(refused), ""));
        };
    }

    /** What the seats were drawn from and what came of it, as plain text: anybody draws them again. */
    @GetMapping(value = "/sunshine/{number}/exam", produces = "text/plain;charset=UTF-8")
    @Allow(everyone = true)
    ResponseEntity<String> seats(Actor actor, @PathVariable String number) {
        return transactions.read(actor, () -> {
            var campaign = campaigns.published(number).orElseThrow(CampaignDesk::none);
            var sitting = exams.find(campaign.id())
                    .filter(one -> one.closed() != null)
                    .orElseThrow(CampaignDesk::none);
            return ResponseEntity.ok(text(number, sitting, entries.tickets(campaign.id())));
        });
    }

    private static String text(String number, Sitting sitting, java.util.List<ExamEntries.Ticket> tickets) {
        var committed = SeatDraw.text(
                number,
                sitting.rooms(),
                tickets.stream().map(ExamEntries.Ticket::ticket).toList());
        var text = new StringBuilder(
                        "# SM3 of what stands between the lines is the commitment, published before the source spoke\n---\n")
                .append(committed)
                .append("---\ncommitment ")
                .append(sitting.commitment())
                .append("\nclosed ")
                .append(sitting.closed())
                .append('\n');
        if (sitting.drawn() == null || sitting.value() == null || sitting.commitment() == null) {
            return text.append("source: not read yet\n").toString();
        }
        var seed = SeatDraw.seed(sitting.commitment(), sitting.value());
        text.append("source ").append(sitting.value()).append('\n');
        if (sitting.published() != null) {
            text.append("published ").append(sitting.published()).append('\n');
        }
        if (sitting.later() != null) {
            text.append("not published at the time announced: ")
                    .append(line(sitting.later()))
                    .append('\n');
        }
        text.append("read at ").append(line(sitting.where())).append('\n');
        text.append("drawn ").append(sitting.drawn()).append('\n');
        text.append(
                "# seed: SM3 of commitment, line feed, source; lot: SM3 of seed, line feed, ticket; the smaller lot sits first\n");
        text.append("seed ").append(seed).append('\n');
        tickets.stream()
                .sorted(java.util.Comparator.comparing(one -> SeatDraw.lot(seed, one.ticket())))
                .forEach(one -> text.append(one.ticket())
                        .append(" lot ")
                        .append(SeatDraw.lot(seed, one.ticket()))
                        .append(" room ")
                        .append(one.room())
                        .append(" seat ")
                        .append(one.seat())
                        .append('\n'));
        return text.toString();
    }

    /** What somebody typed stays on its line. */
    private static String line(@Nullable String typed) {
        return String.valueOf(typed).replaceAll("\\R", " ");
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/me/campaigns/" + campaign + "/exam", Flash.success(words));
    }

    private Page page(Actor.Self actor, UUID campaign, Typed typed, FieldErrors errors, String refused) {
        return transactions.read(actor, () -> person.page(actor, whom(actor, campaign), typed, errors, refused));
    }

    private Candidate whom(Actor.Self actor, UUID campaign) {
        return candidates.ofPerson(actor.person(), MOST).stream()
                .filter(one -> one.campaign().equals(campaign))
                .findFirst()
                .orElseThrow(CampaignDesk::none);
    }
}
