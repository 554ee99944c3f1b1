# The task in R with psych. Usage: Rscript psych.R TASK FILE RULES
suppressMessages(library(psych))
asked <- commandArgs(trailingOnly = TRUE)
rules <- jsonlite::fromJSON(asked[3], simplifyDataFrame = FALSE)
ids <- sapply(rules$items, function(item) item$id)
codes <- length(rules$labels)

# The quickest reader there is; without data.table R's own, told every type.
if (requireNamespace("data.table", quietly = TRUE)) {
  answers <- as.data.frame(data.table::fread(asked[2], select = ids, na.strings = ""))
} else {
  heading <- names(read.csv(asked[2], nrows = 1, check.names = FALSE))
  type <- if (rules$asLabels) "character" else "integer"
  answers <- read.csv(asked[2], colClasses = ifelse(heading %in% ids, type, "NULL"), na.strings = "")
}
if (rules$asLabels) answers[] <- lapply(answers, match, unlist(rules$labels))

result <- list(rows = nrow(answers))
result$items <- lapply(answers, tabulate, nbins = codes)
outcome <- answers[[rules$outcome]]
scores <- list()
for (dimension in rules$dimensions) {
  own <- answers[unlist(dimension$items)]
  for (id in unlist(dimension$reverse)) own[[id]] <- codes + 1L - own[[id]]
  score <- rowMeans(own, na.rm = TRUE)
  score[rowSums(!is.na(own)) < dimension$minAnswered] <- NA
  scores[[dimension$id]] <- score
  known <- score[!is.na(score)]
  result$dimensions[[dimension$id]] <- list(n = length(known), mean = mean(known), variance = var(known))
  if (asked[1] == "full") {
    complete <- own[complete.cases(own), ]
    alpha <- suppressWarnings(psych::alpha(complete))
    omega <- suppressMessages(suppressWarnings(psych::omega(complete, nfactors = 1, plot = FALSE)))
    result$reliability[[dimension$id]] <- list(
      n = nrow(complete), alpha = alpha$total$raw_alpha, omega = omega$omega.tot, rest = unname(alpha$item.stats$r.drop)
    )
  }
}
if (asked[1] == "full") {
  both <- cbind(as.data.frame(scores), outcome)
  both <- both[complete.cases(both), ]
  result$drivers <- list(n = nrow(both), covariances = unname(cov(both)))
}
cat(jsonlite::toJSON(result, auto_unbox = TRUE, digits = NA))
