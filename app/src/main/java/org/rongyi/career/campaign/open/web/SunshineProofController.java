package org.rongyi.career.campaign.open.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.placement.proof.Published;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.vault.Signer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 核验用的文件: what everybody may keep to hold the office to its word, in the forms of docs/campaign-file.md. */
@Controller
class SunshineProofController {

    private final PlacementCampaigns campaigns;
    private final Runs runs;
    private final Signer signer;
    private final Transactions transactions;
    private final Clock clock;

    SunshineProofController(
            PlacementCampaigns campaigns, Runs runs, Signer signer, Transactions transactions, Clock clock) {
        this.campaigns = campaigns;
        this.runs = runs;
        this.signer = signer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that stands published of the campaign so far, signed now. */
    @GetMapping("/sunshine/{number}/published.json")
    @Allow(everyone = true)
    ResponseEntity<byte[]> published(Actor actor, @PathVariable String number) {
        return download(actor, number, "published", one -> Optional.of(published(one)));
    }

    /** The office's word for the head of the public file. */
    @GetMapping("/sunshine/{number}/signature.json")
    @Allow(everyone = true)
    ResponseEntity<byte[]> signature(Actor actor, @PathVariable String number) {
        return download(
                actor,
                number,
                "signature",
                one -> approved(one)
                        .map(run -> "{\"form\":\"rongyi-signature/1\",\"head\":\"%s\",\"signature\":\"%s\"}"
                                .formatted(run.head(), run.signature()))
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The key it is by; before a result is approved the one that signs now. */
    @GetMapping("/sunshine/{number}/key.json")
    @Allow(everyone = true)
    ResponseEntity<byte[]> key(Actor actor, @PathVariable String number) {
        return download(
                actor,
                number,
                "key",
                one -> approved(one)
                        .map(run -> signer.publicKey(run.signingKey()))
                        .orElseGet(() -> Optional.of(signer.publicKey()))
                        .map("{\"form\":\"rongyi-key/1\",\"key\":\"%s\"}"::formatted)
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] published(CampaignRecord one) {
        var digests = one.digests();
        var corrected = one.corrected();
        var published = new Published(
                one.number(),
                clock.instant(),
                one.planDigest(),
                digests == null ? null : digests.posts(),
                digests == null ? null : digests.list(),
                digests == null ? null : digests.draw(),
                digests == null ? null : digests.closed(),
                corrected == null ? null : corrected.digest(),
                one.share(),
                approved(one).map(Runs.Run::head).orElse(null));
        var signature = signer.sign(published.head().getBytes(StandardCharsets.US_ASCII));
        return published.signed(
                signer.publicKey(signature.key()).orElseThrow(), HexFormat.of().formatHex(signature.bytes()));
    }

    private Optional<Runs.Run> approved(CampaignRecord one) {
        return runs.valid(one.id()).filter(Runs.Run::isApproved);
    }

    private ResponseEntity<byte[]> download(
            Actor actor, String number, String what, Function<CampaignRecord, Optional<byte[]>> file) {
        return transactions.read(actor, () -> {
            var found = campaigns
                    .published(number)
                    .flatMap(file)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var name = ContentDisposition.attachment()
                    .filename(number + "-" + what + ".json")
                    .build();
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                    .body(found);
        });
    }
}
