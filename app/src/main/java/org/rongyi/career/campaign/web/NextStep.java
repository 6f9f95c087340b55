package org.rongyi.career.campaign.web;

import java.util.List;

/**
 * 下一步 of a campaign.
 *
 * @param words what is next
 * @param door the page of the campaign where it is done, and what its button says
 * @param missing what is in the way
 * @param urgent whether people cannot hand in their wishes before it is done
 */
public record NextStep(String words, String door, String label, List<String> missing, boolean urgent) {

    public NextStep {
        missing = List.copyOf(missing);
    }

    static NextStep of(String words, String door, String label) {
        return new NextStep(words, door, label, List.of(), false);
    }

    static NextStep of(String words, String door, String label, List<String> missing) {
        return new NextStep(words, door, label, missing, false);
    }
}
