package org.rongyi.care.fund.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.Gifts;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.raising.Disclosures;
import org.rongyi.care.fund.raising.RaisingPlans;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 公开账目: for everybody, signed in or not (慈善法 第 72—76 条; 公益事业捐赠法 第 21、22 条). */
@Controller
class OpenBooksController {

    private static final int BELOW_NOTICES = 83;

    private final Funds funds;
    private final Gifts gifts;
    private final Lots lots;
    private final Journal journal;
    private final RaisingPlans plans;
    private final Disclosures disclosures;
    private final Samples samples;
    private final GiftTrace trace;
    private final Divisions divisions;
    private final GivingPlatforms platforms;
    private final Transactions transactions;
    private final Clock clock;

    OpenBooksController(
            Funds funds,
            Gifts gifts,
            Lots lots,
            Journal journal,
            RaisingPlans plans,
            Disclosures disclosures,
            Samples samples,
            GiftTrace trace,
            Divisions divisions,
            GivingPlatforms platforms,
            Transactions transactions,
            Clock clock) {
        this.funds = funds;
        this.gifts = gifts;
        this.lots = lots;
        this.journal = journal;
        this.plans = plans;
        this.disclosures = disclosures;
        this.samples = samples;
        this.trace = trace;
        this.divisions = divisions;
        this.platforms = platforms;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static MenuEntry openBooksDoor() {
        return new MenuEntry("公开账目", "/open-books", Icon.MONEY, BELOW_NOTICES, actor -> true);
    }

    @GetMapping("/open-books")
    @Allow(everyone = true)
    Page list(Actor actor, @RequestParam(defaultValue = "") String after) {
        return page(actor, null, after, FieldErrors.none());
    }

    /** On paper, whole: for everybody. */
    @GetMapping("/open-books/print")
    @Allow(everyone = true)
    void print(Actor actor, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> page(actor, null, after, FieldErrors.none()));
    }

    /** What it received, whole; the page itself is printed as it stands. */
    @GetMapping("/open-books/{fund}/print")
    @Allow(everyone = true)
    void printFund(Actor actor, @PathVariable UUID fund, HttpServletResponse response) {
        transactions.read(actor, () -> {
            var found = funds.find(fund).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            WholeList.<Object>send(actor, response, LocalDate.now(clock), OpenFundPage.ofRows(found), row -> {
                if (found.kind().takesGifts()) {
                    gifts.eachPublished(fund, row::accept);
                } else {
                    lots.each(fund, row::accept);
                }
            });
            return true;
        });
    }

    @GetMapping("/open-books/{fund}")
    @Allow(everyone = true)
    OpenFundPage show(Actor actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var found = funds.find(fund).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var slice = gifts.published(fund, Cursor.parse(after, LocalDate::parse));
            var balances = journal.balances(fund);
            var principal = new Money(-balances.getOrDefault(AccountKind.PRINCIPAL, 0L));
            var incomes = found.kind().takesGifts()
                    ? new Slice<Lot>(List.of(), null)
                    : lots.page(fund, true, Cursor.parse(after, LocalDate::parse));
            return new OpenFundPage(
                    found,
                    Use.of(balances),
                    principal,
                    platforms.door(found.charity(), LocalDate.now(clock)),
                    incomes.rows(),
                    plans.published(fund),
                    disclosures.published(fund),
                    samples.ofFund(fund),
                    slice.rows(),
                    found.kind().takesGifts() ? slice.next() : incomes.next());
        });
    }

    /** By POST: the code stands in no address and in no log. */
    @PostMapping("/open-books/trace")
    @Allow(everyone = true)
    ResponseEntity<Page> trace(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String after) {
        var typed = number.strip().toUpperCase(Locale.ROOT);
        var found = transactions.read(actor, () -> gifts.traced(typed, code));
        if (found.isEmpty()) {
            return Answer.invalid(page(actor, number.strip(), "", FieldErrors.of("code", "编号与查询码对不上，请照凭据再填一次")));
        }
        return Answer.show(transactions.read(actor, () -> {
            var uses = trace.of(found.get(), after);
            var fund = funds.find(uses.parts().getFirst().lot().fund()).orElseThrow();
            return new TracedGiftPage(typed, code.strip(), fund, uses);
        }));
    }

    private OpenBooksPage page(Actor actor, @Nullable String number, String after, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var slice = divisions.provinces().stream()
                    .findFirst()
                    .map(province -> funds.published(province.code(), Cursor.parse(after, key -> key)))
                    .orElse(new Slice<>(List.of(), null));
            var found = slice.rows();
            var standings = journal.standings(found.stream().map(Fund::id).toList());
            var lines = found.stream()
                    .map(fund -> new FundsPage.Line(fund, Use.of(standings.getOrDefault(fund.id(), Map.of()))))
                    .toList();
            return new OpenBooksPage(lines, slice.next(), number, errors);
        });
    }
}
