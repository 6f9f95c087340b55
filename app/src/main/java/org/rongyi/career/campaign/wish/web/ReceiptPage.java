package org.rongyi.career.campaign.wish.web;

import java.util.List;
import org.rongyi.platform.ui.Page;

/**
 * 回执 of a list the server or the counter sealed: what it holds is shown here this once.
 *
 * @param wishes the titles, the best first
 * @param codes their numbers, as the commitment says them
 */
public record ReceiptPage(
        String campaign,
        String candidate,
        List<String> wishes,
        List<String> codes,
        String nonce,
        String commitment,
        String moment,
        boolean own,
        String back)
        implements Page {

    @Override
    public String title() {
        return "志愿已封存，请收好回执";
    }
}
