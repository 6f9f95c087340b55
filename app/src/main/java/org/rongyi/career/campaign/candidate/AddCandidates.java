package org.rongyi.career.campaign.candidate;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.pairs.PairLimit;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 列入参加人: from who waits for work; nobody whose score is open, on notice or objected to. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class AddCandidates implements OfficeAct<AddCandidates.Command, AddCandidates.Outcome> {

    private static final int LONGEST = 60;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final CandidateBook book;
    private final NoticeTerm term;
    private final Elsewhere elsewhere;
    private final PairLimit pairs;
    private final Abilities abilities;
    private final Secrets secrets;
    private final AwaitingWork waiting;
    private final PersonFile file;
    private final Kinds kinds;
    private final Ready ready;
    private final WayRules rules;
    private final Divisions divisions;
    private final Clock clock;
    private final AuditTrail audit;

    AddCandidates(
            PlacementCampaigns campaigns,
            Candidates candidates,
            CandidateBook book,
            NoticeTerm term,
            Elsewhere elsewhere,
            PairLimit pairs,
            Abilities abilities,
            Secrets secrets,
            AwaitingWork waiting,
            PersonFile file,
            Kinds kinds,
            Ready ready,
            WayRules rules,
            Divisions divisions,
            Clock clock,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.book = book;
        this.term = term;
        this.elsewhere = elsewhere;
        this.pairs = pairs;
        this.abilities = abilities;
        this.secrets = secrets;
        this.waiting = waiting;
        this.file = file;
        this.kinds = kinds;
        this.ready = ready;
        this.rules = rules;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * @param exempt the ground on which he is not scored and chooses first; none for the others
     * @param priority the ground of his priority; none for the others
     * @param spouse the division where his spouse works or lives; none where it does not count
     * @param kind what kind of officer he is; none for who is no officer, and where his score says it
     * @param abilities what he has, by the codes of {@code campaign.abilities}
     */
    public record Entry(
            UUID reception,
            @Nullable String exempt,
            @Nullable String priority,
            @Nullable DivisionCode spouse,
            @Nullable CandidateKind kind,
            List<String> abilities) {

        public Entry {
            abilities = Abilities.canonical(abilities);
        }

        /** Somebody with nothing to be said for him but his score. */
        public static Entry plain(UUID reception) {
            return new Entry(reception, null, null, null, null, List.of());
        }
    }

    /** @param everyone whoever may take part at that moment; then there are no entries */
    public record Command(CommandId id, UUID campaign, List<Entry> entries, boolean everyone)
            implements OfficeAct.Command {

        public Command {
            entries = List.copyOf(entries);
        }

        public Command(CommandId id, UUID campaign, List<Entry> entries) {
            this(id, campaign, entries, false);
        }

        public static Command everyone(CommandId id, UUID campaign) {
            return new Command(id, campaign, List.of(), true);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        /** @param note who was left out of everyone, and why; empty for nobody */
        record Added(UUID subject, int many, String note) implements Outcome, Done {

            /** Those kept from before there was a note have none. */
            public Added {
                note = Objects.requireNonNullElse(note, "");
            }
        }

        record NotFound() implements Outcome, Refused {}

        /** The list is settled. */
        record NotNow() implements Outcome, Refused {}

        /** @param why the notice is past, or what is changed could not hang long enough */
        record NoticeClosed(String why) implements Outcome, Refused {}

        /** He takes part already. */
        record AlreadyIn() implements Outcome, Refused {}

        /** @param who by name */
        record NotReady(String who, List<String> reasons) implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}

        /** Of everyone nobody may take part. */
        record NobodyReady(String note) implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        return constraint.equals("candidate_once") ? new Outcome.AlreadyIn() : OfficeAct.super.lost(constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        if (!campaign.isIn(CampaignStage.DRAFT) && !campaign.isIn(CampaignStage.NOTICE)) {
            return new Outcome.NotNow();
        }
        var exam = campaign.exam();
        if (exam != null
                && campaign.isIn(CampaignStage.NOTICE)
                && !clock.instant().isBefore(exam.closes())) {
            return new Outcome.NoticeClosed("考试报名已经截止，不能再列入参加人");
        }
        var closed = term.closed(campaign);
        if (closed.isPresent()) {
            return new Outcome.NoticeClosed(closed.get());
        }
        var note = "";
        var entries = command.entries();
        if (command.everyone()) {
            var everyone = ready.everyone(office, campaign);
            note = everyone.note();
            entries = everyone.entries();
            if (entries.isEmpty()) {
                return new Outcome.NobodyReady(note);
            }
        }
        if (entries.isEmpty()) {
            return new Outcome.Wanting("reception", "请选择列入谁");
        }
        var tooMany = pairs.trouble(campaign, entries.size(), 0);
        if (tooMany.isPresent()) {
            return new Outcome.Wanting("reception", tooMany.get());
        }
        for (var entry : inOrder(entries)) {
            var refused = add(campaign, entry, office);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        term.prolong(campaign);
        audit.said("列入参加人", entries.size() + " 人");
        return new Outcome.Added(campaign.id(), entries.size(), note);
    }

    private Optional<Outcome> add(CampaignRecord campaign, Entry entry, Actor.Office by) {
        var whom = waiting.find(entry.reception());
        if (whom.isEmpty()) {
            return Optional.of(new Outcome.NotFound());
        }
        var wanting = wanting(entry);
        if (wanting.isPresent()) {
            return wanting;
        }
        if (entry.spouse() != null && divisions.current(entry.spouse()).isEmpty()) {
            return Optional.of(new Outcome.Wanting("spouse", "请选择配偶所在的地方，没有的不选"));
        }
        var one = whom.get();
        var hindrances = one.hindrances(divisions.today(), entry.exempt());
        if (!hindrances.isEmpty()) {
            return Optional.of(new Outcome.NotReady(one.name(), hindrances));
        }
        elsewhere.hold(one.person());
        var busy = elsewhere.of(campaign.id(), List.of(one.person())).get(one.person());
        if (busy != null) {
            return Optional.of(new Outcome.NotReady(one.name(), List.of(Elsewhere.words(busy))));
        }
        var mixed = Kinds.mixed(candidates.kinds(campaign.id()), one.officer());
        if (mixed.isPresent()) {
            return Optional.of(new Outcome.NotReady(one.name(), List.of(mixed.get())));
        }
        return switch (kinds.of(one, entry.kind())) {
            case Kinds.Unclear(var why) -> Optional.of(new Outcome.Wanting("kind", one.name() + "：" + why));
            case Kinds.Known known -> {
                var kind = known.kind();
                var closed = rules.objection(kind, campaign.used());
                if (closed.isPresent()) {
                    yield Optional.of(new Outcome.NotReady(one.name(), List.of(closed.get())));
                }
                book.insert(campaign.id(), one, known, TieValues.now(one, file, waiting), entry, by);
                yield Optional.empty();
            }
        };
    }

    /** Always in the same order, so that two campaigns never wait for each other's people. */
    private static List<Entry> inOrder(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::reception)).toList();
    }

    private Optional<Outcome> wanting(Entry entry) {
        if (isTooLong(entry.exempt()) || isTooLong(entry.priority())) {
            return Optional.of(new Outcome.Wanting("exempt", "依据不超过 60 字"));
        }
        if (entry.kind() == CandidateKind.MERIT && entry.exempt() == null && entry.priority() == null) {
            return Optional.of(new Outcome.Wanting("priority", "选了功臣模范，请写明依据：凭哪一次奖励、哪个称号和文号，另一位同事照它核对"));
        }
        var unknown = abilities.unknown(entry.abilities());
        if (unknown.isPresent()) {
            return Optional.of(new Outcome.Wanting("abilities", unknown.get()));
        }
        return secrets.look("exempt", entry.exempt())
                .or(() -> secrets.look("priority", entry.priority()))
                .map(secret -> new Outcome.Wanting(secret.field(), secret.why()));
    }

    private static boolean isTooLong(@Nullable String text) {
        return text != null && (text.isBlank() || text.length() > LONGEST);
    }
}
