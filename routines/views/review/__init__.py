"""The pages a facilitator opens through a consent."""
