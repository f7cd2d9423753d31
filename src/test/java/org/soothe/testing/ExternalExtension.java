package org.soothe.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips or fails the tests marked {@link External} whose programs are missing. */
final class ExternalExtension implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback {
    /** {@code optional} (skip, the default) or {@code required} (fail). */
    static final String MODE = "soothe.external";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = isRequired(context);
        return missing(context)
                .filter(what -> !required)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled(null));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        failIfMissing(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        failIfMissing(context);
    }

    private static void failIfMissing(ExtensionContext context) {
        missing(context).ifPresent(what -> {
            throw new AssertionError(what + " (" + MODE + "=required)");
        });
    }

    private static boolean isRequired(ExtensionContext context) {
        String mode = context.getConfigurationParameter(MODE).orElse("optional");
        return switch (mode) {
            case "optional" -> false;
            case "required" -> true;
            default ->
                throw new ExtensionConfigurationException(MODE + " must be optional or required, was \"" + mode + "\"");
        };
    }

    private static Optional<String> missing(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), External.class)
                .flatMap(need -> {
                    List<String> absent = Arrays.stream(need.program())
                            .filter(program -> !isPresent(program))
                            .toList();
                    return absent.isEmpty()
                            ? Optional.empty()
                            : Optional.of("missing " + String.join(", ", absent) + "; install: " + need.install());
                });
    }

    private static boolean isPresent(String program) {
        if (program.endsWith(".h")) {
            return Files.isRegularFile(Path.of(program));
        }
        if (program.contains("/") || program.contains(File.separator)) {
            return Files.isExecutable(Path.of(program));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> List.of(Path.of(folder, program), Path.of(folder, program + ".exe")).stream())
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }
}
