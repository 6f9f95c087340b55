package org.rongyi.career.campaign.open.web;

import java.time.LocalDate;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.after.Moves;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.list.ResultList;
import org.rongyi.career.campaign.list.ScoreList;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.objection.NoticeOpen;
import org.rongyi.career.campaign.pairs.DirectivePolicy;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 阳光安置公示: for everybody, signed in or not (退役军人安置条例 第 4 条). */
@Controller
class SunshineController {

    private static final int BELOW_BOOKS = 84;

    private final PlacementCampaigns campaigns;
    private final PostBoard board;
    private final QuotaList quotas;
    private final ScoreList scores;
    private final ResultList results;
    private final DrawSources sources;
    private final DirectivePolicy terms;
    private final Runs runs;
    private final Moves moves;
    private final DirectBoard direct;
    private final GroupBook book;
    private final NoticeObjections objections;
    private final NoticeOpen open;
    private final Divisions divisions;
    private final Transactions transactions;

    SunshineController(
            PlacementCampaigns campaigns,
            PostBoard board,
            QuotaList quotas,
            ScoreList scores,
            ResultList results,
            DrawSources sources,
            DirectivePolicy terms,
            Runs runs,
            Moves moves,
            DirectBoard direct,
            GroupBook book,
            NoticeObjections objections,
            NoticeOpen open,
            Divisions divisions,
            Transactions transactions) {
        this.campaigns = campaigns;
        this.board = board;
        this.quotas = quotas;
        this.scores = scores;
        this.results = results;
        this.sources = sources;
        this.terms = terms;
        this.runs = runs;
        this.moves = moves;
        this.direct = direct;
        this.book = book;
        this.objections = objections;
        this.open = open;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry sunshineDoor() {
        return new MenuEntry("阳光公示", "/sunshine", Icon.STAR, BELOW_BOOKS, actor -> true);
    }

    @GetMapping("/sunshine")
    @Allow(everyone = true)
    Page list(Actor actor, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var slice = campaigns.published(Cursor.parse(after, LocalDate::parse));
            return new SunshinesPage(slice.rows(), slice.next());
        });
    }

    @GetMapping("/sunshine/{number}")
    @Allow(everyone = true)
    ResponseEntity<Page> show(Actor actor, @PathVariable String number) {
        return transactions.read(
                actor,
                () -> campaigns
                        .published(number)
                        .map(this::page)
                        .map(Answer::show)
                        .orElseGet(Answer::notFound));
    }

    /** The text whose SM3 is the version of the rules, byte for byte. */
    @GetMapping(value = "/sunshine/{number}/plan", produces = "text/plain;charset=UTF-8")
    @Allow(everyone = true)
    ResponseEntity<String> plan(Actor actor, @PathVariable String number) {
        return transactions.read(
                actor,
                () -> ResponseEntity.ok(campaigns
                        .published(number)
                        .map(PlanText::of)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
    }

    /** The public file of the result that was approved: anybody runs it again. */
    @GetMapping("/sunshine/{number}/file")
    @Allow(everyone = true)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String number) {
        return transactions.read(actor, () -> {
            var run = campaigns
                    .published(number)
                    .flatMap(one -> runs.valid(one.id()))
                    .filter(Runs.Run::isApproved)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var name =
                    ContentDisposition.attachment().filename(number + ".json").build();
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                    .body(runs.shown(run.id()));
        });
    }

    private Page page(CampaignRecord one) {
        var today = divisions.today();
        return new SunshinePage(
                one,
                board.posts(one, "", null),
                board.sum(one),
                quotas.shown(one.id()),
                direct.of(one, today),
                scores.page(one.id(), today, "", null),
                results.page(one.id(), today, "", null),
                one.plan().ways().contains(Way.DIRECTIVE) ? terms.of(one).words() : "",
                sources.of(one.id()),
                runs.of(one.id()),
                moves.of(one.id()),
                book.members(one.id()),
                book.meetings(one.id()),
                objections.counts(one.id()),
                open.until(one).isPresent());
    }
}
