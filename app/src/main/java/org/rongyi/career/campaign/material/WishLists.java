package org.rongyi.career.campaign.material;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.wish.OpenedWishes;
import org.springframework.stereotype.Component;

/** What people chose, as draw and run take it, however it was chosen. */
@Component
public class WishLists {

    private final OpenedWishes opened;
    private final LiveLists live;
    private final OnlineLists online;

    WishLists(OpenedWishes opened, LiveLists live, OnlineLists online) {
        this.opened = opened;
        this.live = live;
        this.online = online;
    }

    /**
     * A list that counts.
     *
     * @param posts their numbers, the best first
     * @param nonce 32 bytes in hex that hide them in their public commitment
     */
    public record Opened(UUID candidate, List<String> posts, String nonce) {
        public Opened {
            posts = List.copyOf(posts);
        }
    }

    /** Whether two trustees have opened them, or no unit takes anybody any more. */
    public boolean areOpen(CampaignRecord one) {
        return switch (one.selection()) {
            case Selection.Sealed _, Selection.Live _ ->
                opened.opening(one.id()).isPresent();
            case Selection.Online _ -> online.isOver(one);
        };
    }

    /** Until the transaction ends what is read now is what there will be. */
    public void lock(CampaignRecord one) {
        switch (one.selection()) {
            case Selection.Sealed _, Selection.Live _ -> {} // opened lists do not change
            case Selection.Online _ -> online.lock(one.id());
        }
    }

    /** What the draw commits to. Who is not here handed in none, or none that counts; online what was taken. */
    public List<Opened> of(CampaignRecord one) {
        return switch (one.selection()) {
            case Selection.Sealed _, Selection.Live _ ->
                opened.of(one.id()).stream()
                        .filter(list -> list.counts() && list.nonce() != null)
                        .map(list -> new Opened(list.candidate(), list.wishes(), Objects.requireNonNull(list.nonce())))
                        .toList();
            case Selection.Online _ -> online.taken(one.id());
        };
    }

    /** Whether somebody may have chosen after the draw. */
    public boolean isBegun(CampaignRecord one) {
        return switch (one.selection()) {
            case Selection.Live _ -> live.isBegun(one.id());
            case Selection.Sealed _, Selection.Online _ -> false;
        };
    }

    /** Whether something is still chosen after the draw. */
    public boolean isChoosing(CampaignRecord one) {
        return switch (one.selection()) {
            case Selection.Live _ -> !live.isOver(one.id());
            case Selection.Sealed _, Selection.Online _ -> false;
        };
    }

    /**
     * What the run takes.
     *
     * @param lists those the draw committed to
     * @param nonces for who handed in nothing, by candidate
     */
    public List<Opened> chosen(CampaignRecord one, List<Opened> lists, Map<UUID, String> nonces) {
        return switch (one.selection()) {
            case Selection.Live _ -> live.chosen(one.id(), lists, nonces);
            case Selection.Sealed _, Selection.Online _ -> lists;
        };
    }
}
