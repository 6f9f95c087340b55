package org.rongyi.platform.documents.issued.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.issued.PublicRegister;
import org.rongyi.platform.documents.issued.SealService;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 真伪查验 for anybody. What is not found is answered alike, whether there is such a number or not. */
@Controller
class CheckController {

    private static final int LARGEST = 30 << 20;

    private final PublicRegister register;
    private final SealService seals;
    private final Transactions transactions;

    CheckController(PublicRegister register, SealService seals, Transactions transactions) {
        this.register = register;
        this.seals = seals;
        this.transactions = transactions;
    }

    @GetMapping("/check")
    @Allow(everyone = true)
    ResponseEntity<Page> form(
            @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String code) {
        if (number.isBlank() && code.isBlank()) {
            return Answer.show(CheckPage.blank());
        }
        var errors = FieldErrors.none().requireText(number, "number", "请填文件编号").requireText(code, "code", "请填校验码");
        return errors.isEmpty()
                ? answer(number, code, null)
                : Answer.invalid(new CheckPage(number, code, false, null, "", null, errors));
    }

    /** What the QR code opens. */
    @GetMapping("/check/{number}")
    @Allow(everyone = true)
    ResponseEntity<Page> scanned(@PathVariable String number, @RequestParam(defaultValue = "") String code) {
        return code.isBlank()
                ? Answer.show(new CheckPage(number, "", false, null, "", null, FieldErrors.none()))
                : answer(number, code, null);
    }

    /** Reads the file once, for its digest; nothing of it stays. */
    @PostMapping("/check/{number}")
    @Allow(everyone = true)
    ResponseEntity<Page> compare(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return page(number, code, null, FieldErrors.of("file", "请选择要比对的 PDF 文件"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (file.getSize() > LARGEST) {
            return page(
                    number,
                    code,
                    null,
                    FieldErrors.of("file", "文件超过 30 MB，不是本系统签发的"),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (var content = file.getInputStream()) {
            return answer(number, code, sha256(content));
        }
    }

    private ResponseEntity<Page> answer(String number, String code, @Nullable String digest) {
        return page(number, code, digest, FieldErrors.none(), HttpStatus.OK);
    }

    private ResponseEntity<Page> page(
            String number, String code, @Nullable String digest, FieldErrors errors, HttpStatus status) {
        var found = find(number, code);
        var entry = found.orElse(null);
        var same = entry == null || digest == null
                ? null
                : Boolean.valueOf(entry.sha256().equals(digest));
        var seal = entry == null ? "" : seal(entry);
        var page = new CheckPage(number.strip(), code.strip(), true, entry, seal, same, errors);
        return ResponseEntity.status(entry == null ? HttpStatus.NOT_FOUND : status)
                .body(page);
    }

    private Optional<PublicRegister.Entry> find(String number, String code) {
        return transactions.read(new Actor.Visitor(), () -> register.find(number, code));
    }

    private String seal(PublicRegister.Entry entry) {
        boolean holds = seals.verifies(entry.number(), entry.sha256(), entry.seal());
        return seals.inWords(entry.seal().kind()) + (holds ? "，核验一致" : "，核验不一致，请向签发单位核实");
    }

    private static String sha256(InputStream content) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(content, digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
