package org.rongyi.career.placement.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.allocation.Allocation;
import org.rongyi.career.placement.allocation.WrongForm;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 分配试算 for anybody: what is handed in is allocated and answered, and nothing of it stays. */
@Controller
class AllocateController {

    @GetMapping("/allocate")
    @Allow(everyone = true)
    ResponseEntity<Page> form(@RequestParam(defaultValue = "") String example) {
        return Answer.show(new AllocatePage(Example.text(example), null, FieldErrors.none()));
    }

    /** @param as {@code file} for the answer as a file instead of a page */
    @PostMapping("/allocate")
    @Allow(everyone = true)
    ResponseEntity<?> allocate(
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        boolean isUploaded = file != null && !file.isEmpty();
        var field = isUploaded ? "file" : "problem";
        if (file != null && file.getSize() > AllocatePage.LARGEST || problem.length() > AllocatePage.LARGEST) {
            return Answer.invalid(
                    new AllocatePage("", null, FieldErrors.of(field, "超过 1 MB：更大的请在自己的电脑上用命令 ./rongyi allocate 计算")));
        }
        var bytes = file != null && isUploaded ? file.getBytes() : problem.getBytes(StandardCharsets.UTF_8);
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return Answer.invalid(new AllocatePage("", null, FieldErrors.of("problem", "请选一个文件，或者把内容贴在这里")));
        }
        try {
            var allocation = Allocation.of(bytes);
            return as.equals("file")
                    ? saved(allocation)
                    : Answer.show(new AllocatePage(text, allocation, FieldErrors.none()));
        } catch (WrongForm wrong) {
            var reason = wrong.place() + "：" + wrong.reason();
            return Answer.invalid(new AllocatePage(text, null, FieldErrors.of(field, reason)));
        }
    }

    private static ResponseEntity<byte[]> saved(Allocation allocation) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("allocation.json")
                                .build()
                                .toString())
                .body(allocation.file());
    }
}
