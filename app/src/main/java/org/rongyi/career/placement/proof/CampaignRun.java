package org.rongyi.career.placement.proof;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The run of a campaign: everything in, everything out. Pure: the same content in any order gives the same bytes, today and in ten years. */
public final class CampaignRun {

    private CampaignRun() {}

    /**
     * Orders the candidates, goes through the rounds and writes it all down.
     *
     * @throws WrongCampaign where the campaign contradicts itself, with place and reason
     */
    public static Result of(Campaign campaign) {
        var in = Checked.of(campaign);
        var commitments = Transcript.Commitments.of(in);
        var order = Order.of(in, commitments.seed());
        var standing = new PlacesInLine(in, order);
        var rounds = Rounds.run(in, order, standing);
        var transcript = new Transcript(in, commitments, order, standing, rounds);
        var full = transcript.full();
        var other = CompletableFuture.supplyAsync(() -> transcript.shown(full));
        var placed = placed(in, rounds, transcript);
        var shown = other.join();
        return new Result(named(in, order), placed, full, shown, Digests.sm3(shown));
    }

    /**
     * 先后次序 alone, the candidates' ids, the first first: rules, list and draw fix it. No wishes, rankings and costs are needed for it, and no run.
     *
     * @throws WrongCampaign where the campaign contradicts itself, with place and reason
     */
    public static List<String> order(Campaign campaign) {
        var in = Checked.of(campaign);
        return named(in, Order.of(in, Commitment.seed(campaign)));
    }

    private static List<String> named(Checked in, Order order) {
        return Arrays.stream(order.from())
                .mapToObj(i -> in.candidates().get(i).id())
                .toList();
    }

    private static List<Result.Placed> placed(Checked in, Rounds rounds, Transcript transcript) {
        return IntStream.range(0, in.candidates().size())
                .parallel()
                .mapToObj(i -> new Result.Placed(
                        in.candidates().get(i).id(),
                        rounds.round[i],
                        rounds.post[i] < 0
                                ? null
                                : in.posts().get(rounds.post[i]).id(),
                        rounds.isKept[i],
                        rounds.wish[i],
                        transcript.slip(i)))
                .toList();
    }
}
