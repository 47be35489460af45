// SPDX-License-Identifier: EUPL-1.2
return 0;
